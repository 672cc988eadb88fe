/** An application that embeds Lifeboat. */
module com.example.notebook {
    requires com.formdev.flatlaf;
    requires dev.lifeboat.migration;
    requires dev.lifeboat.ui;
}
