package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import org.junit.jupiter.api.Test;

class CommitsTest {
    private final Commits.Recorder recorder = new Commits.Recorder();

    @Test
    void oneInAHundredMayTakeLonger() {
        for (int millis = 100; millis >= 1; millis--) {
            recorder.succeeded(millis * 1_000_000L);
        }

        Commits commits = recorder.look();

        assertThat(commits.count()).isEqualTo(100);
        assertThat(commits.p99Millis()).isEqualTo(99);
        assertThat(commits.longestMillis()).isEqualTo(100);
    }

    @Test
    void keepsMoreThanItFirstHasRoomFor() {
        for (int i = 0; i < 40_000; i++) {
            recorder.succeeded(1_000_000);
        }
        recorder.succeeded(7_000_000);

        Commits commits = recorder.look();

        assertThat(commits.count()).isEqualTo(40_001);
        assertThat(commits.longestMillis()).isEqualTo(7);
    }

    @Test
    void beginsAnewAtEachLook() {
        recorder.succeeded(5_000_000);
        recorder.wasBusy();
        assertThat(recorder.look().busy()).isEqualTo(1);

        Commits empty = recorder.look();

        assertThat(empty.count()).isZero();
        assertThat(empty.busy()).isZero();
        assertThat(empty.longestMillis()).isZero();
    }

    @Test
    void survivesTheWayToTheOtherProcess() {
        recorder.succeeded(5_000_000);
        Commits commits = recorder.look();
        Gson gson = new Gson();

        assertThat(gson.fromJson(gson.toJson(commits), Commits.class)).isEqualTo(commits);
    }
}
