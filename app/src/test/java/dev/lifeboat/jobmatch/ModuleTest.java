package dev.lifeboat.jobmatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Requires;
import org.junit.jupiter.api.Test;

/** What the composition root knows about. */
class ModuleTest {
    @Test
    void noProviderIsNamed() {
        assertThat(Main.class.getModule().getDescriptor().requires())
                .extracting(Requires::name)
                .containsExactlyInAnyOrder(
                        "java.base",
                        "java.logging",
                        "java.sql",
                        "com.formdev.flatlaf",
                        "com.formdev.flatlaf.extras",
                        "com.google.gson",
                        "com.miglayout.swing",
                        "de.siegmar.fastcsv",
                        "dev.lifeboat.backup",
                        "dev.lifeboat.migration",
                        "dev.lifeboat.ui",
                        "info.picocli");
    }

    @Test
    void nothingIsExported() {
        assertThat(Main.class.getModule().getDescriptor().exports()).isEmpty();
    }
}
