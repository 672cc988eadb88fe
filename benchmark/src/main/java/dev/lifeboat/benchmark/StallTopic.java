package dev.lifeboat.benchmark;

import com.formdev.flatlaf.FlatLightLaf;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.ui.Background;
import dev.lifeboat.ui.BackupHost;
import dev.lifeboat.ui.BackupPanel;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;

/** The longest time for which a window with the backup panel answers nobody, while it backs up and while it idles. */
final class StallTopic {
    private static final Bound BOUND = new Bound.AtMost(100);
    private static final int IDLE_MILLIS = 3000;
    private static final int INTERVAL_MILLIS = 2;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Workplace workplace;
    private final Path live;

    private StallTopic(Workplace workplace, Path live) {
        this.workplace = workplace;
        this.live = live;
    }

    static Outcome measure(Workplace workplace) throws Exception {
        if (GraphicsEnvironment.isHeadless()) {
            return Outcome.skipped("stall: not measured, it takes a screen, or Xvfb and openbox");
        }
        Path folder = workplace.emptyFolder("stall");
        try {
            int size = workplace.options().largeSize();
            return new StallTopic(workplace, workplace.liveDatabase(size, folder)).run(size);
        } finally {
            Workplace.delete(folder);
        }
    }

    private Outcome run(int megabytes) throws Exception {
        EventQueue.invokeAndWait(FlatLightLaf::setup);
        Contestant backup =
                new Contestant.Measured("longest stall, backup " + megabytes + " MB", () -> longestStall(true));
        Contestant idle = new Contestant.Measured("longest stall, idle", () -> longestStall(false));

        Map<Contestant, Samples> samples = new Race(1, workplace.options().rounds()).run(List.of(backup, idle));

        return new Outcome(
                List.of(new Comparison(
                        Topic.STALL.id(),
                        new Comparison.Entry(backup.name(), samples.get(backup)),
                        new Comparison.Entry(idle.name(), samples.get(idle)),
                        "ms",
                        Comparison.Figure.WORST,
                        BOUND)),
                List.of());
    }

    private double longestStall(boolean backsUp) throws Exception {
        BackupService service = Workplace.lifeboat(live);
        try (Background background = new Background()) {
            CompletableFuture<BackupPanel> opened = new CompletableFuture<>();
            EventQueue.invokeAndWait(() -> opened.complete(open(service, background)));
            BackupPanel panel = opened.join();
            settle(background);
            double longest;
            if (backsUp) {
                EventQueue.invokeLater(panel::createBackup);
                longest = watch(background, 0);
            } else {
                longest = watch(background, IDLE_MILLIS);
            }
            EventQueue.invokeAndWait(() -> ((Window) panel.getTopLevelAncestor()).dispose());
            Workplace.delete(service.configuration().folder());
            return longest;
        }
    }

    private static BackupPanel open(BackupService service, Background background) {
        BackupPanel panel = new BackupPanel(service, new Host(), background, Locale.ENGLISH);
        JFrame frame = new JFrame();
        frame.add(panel);
        frame.pack();
        frame.setVisible(true);
        return panel;
    }

    private static void settle(Background background) throws Exception {
        do {
            Thread.sleep(INTERVAL_MILLIS);
            EventQueue.invokeAndWait(() -> {});
        } while (background.isBusy());
    }

    /** Asks the event dispatch thread for an answer again and again, until nothing is being done any more. */
    private static double watch(Background background, int atLeastMillis) throws Exception {
        long start = System.nanoTime();
        long longest = 0;
        do {
            Thread.sleep(INTERVAL_MILLIS);
            long asked = System.nanoTime();
            EventQueue.invokeAndWait(() -> {});
            longest = Math.max(longest, System.nanoTime() - asked);
        } while (background.isBusy() || System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(atLeastMillis));
        return longest / NANOS_PER_MILLI;
    }

    /** An application that does nothing but backing up. */
    private static final class Host implements BackupHost {
        @Override
        public String applicationName() {
            return "Benchmark";
        }

        @Override
        public RetentionPolicy retention() {
            return new RetentionPolicy(Duration.ofDays(30));
        }

        @Override
        public Optional<Duration> automaticBackupInterval() {
            return Optional.empty();
        }

        @Override
        public boolean settleEdits(Window owner) {
            return true;
        }

        @Override
        public Release release() {
            return () -> {};
        }

        @Override
        public void restart(RestoreResult result) {
            throw new UnsupportedOperationException("nothing is restored here");
        }
    }
}
