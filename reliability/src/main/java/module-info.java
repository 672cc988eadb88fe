/**
 * Lets the product's file operations go wrong, one after the other, and looks whether anything was lost.
 *
 * <p>An application, not a library: it exports nothing. It tries the modules that it runs with, so that deliberately
 * broken ones are tried by starting it with them.
 */
module dev.lifeboat.reliability {
    requires dev.lifeboat.backup;
    requires java.compiler;
    requires java.sql;
}
