package dev.lifeboat.benchmark;

import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures how an operation's time is spread over its stages, round after round. Used by one operation at a time. */
final class StageClock implements ProgressListener {
    private final Map<Stage, List<Double>> rounds = new EnumMap<>(Stage.class);
    private Map<Stage, Double> current = new EnumMap<>(Stage.class);
    private Stage stage = Stage.PREPARING;
    private long since;

    void start() {
        current = new EnumMap<>(Stage.class);
        stage = Stage.PREPARING;
        since = System.nanoTime();
    }

    @Override
    public void onProgress(Progress progress) {
        if (progress.stage() != stage) {
            lap();
            stage = progress.stage();
        }
    }

    void stop() {
        lap();
        current.forEach((seen, millis) ->
                rounds.computeIfAbsent(seen, none -> new ArrayList<>()).add(millis));
    }

    /** The stages with their medians, in the order they run. */
    String summary() {
        return rounds.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT, "%s %.1f ms", entry.getKey().id(), new Samples(entry.getValue()).median()))
                .collect(Collectors.joining(", "));
    }

    private void lap() {
        long now = System.nanoTime();
        current.merge(stage, (now - since) / 1e6, Double::sum);
        since = now;
    }
}
