package dev.lifeboat.migration;

import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A migration in a process of its own, which ends as if it were killed when it comes to a certain moment. */
final class MigratingProcess implements MigrationListener {
    private final String lastMoment;

    private MigratingProcess(String lastMoment) {
        this.lastMoment = lastMoment;
    }

    /** Starts one on the shop in this folder; {@code ready} on standard output says that it begins. */
    static Process start(Path folder, String lastMoment) throws IOException {
        String module = MigratingProcess.class.getModule().getName();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder,
                        "--module-path=" + System.getProperty("jdk.module.path"),
                        "--patch-module=" + module + "=" + testClasses(),
                        "--add-modules=ALL-MODULE-PATH",
                        "--add-reads=" + module + "=ALL-UNNAMED",
                        "--class-path=" + System.getProperty("java.class.path"),
                        "--module=" + module + "/" + MigratingProcess.class.getName(),
                        folder.toString(),
                        lastMoment)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String testClasses() {
        return Path.of("target", "test-classes").toAbsolutePath().toString();
    }

    /** Arguments: folder of the shop, last moment. Prints the outcome if it lives to see it. */
    public static void main(String[] arguments) throws Exception {
        Shop shop = new Shop(Path.of(arguments[0]).resolve("shop"));
        System.out.println("ready");
        MigrationOutcome outcome = shop.migrate(new MigratingProcess(arguments[1]));
        System.out.println(outcome.message(Locale.ENGLISH));
    }

    @Override
    public void onBackup(Progress progress) {
        dieAt("backup");
        if (progress.stage() == Stage.PUBLISHING) {
            dieAt("published");
        }
    }

    @Override
    public void onScript(String script, int number, int total) {
        dieAt("script " + number);
    }

    @Override
    public void onCheck() {
        dieAt("check");
    }

    @Override
    public void onFailure(MigrationFailure failure) {
        dieAt("failure");
    }

    @Override
    public void onReturn(Progress progress) {
        dieAt("return " + progress.stage().id());
    }

    private void dieAt(String moment) {
        if (moment.equals(lastMoment)) {
            Runtime.getRuntime().halt(137);
        }
    }
}
