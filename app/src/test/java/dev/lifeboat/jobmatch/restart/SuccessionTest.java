package dev.lifeboat.jobmatch.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.Message;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How long a successor waits, on a clock that only its waiting moves. */
class SuccessionTest {
    private static final HostPresence PRESENCE = () -> {};
    private static final Duration NEVER = Duration.ofDays(1);

    private Duration now = Duration.ZERO;
    private Duration freeAt = Duration.ZERO;
    private Duration endAt = NEVER;
    private BackupError refusal = BackupError.DATABASE_BUSY;

    @Test
    void whoIsStartedByAPersonWaitsForNobody() {
        freeAt = Duration.ofMillis(1);

        assertThatThrownBy(() -> ordinary().claim(service())).isInstanceOf(BackupException.class);

        assertThat(now).isZero();
    }

    @Test
    void whoIsStartedByAPersonClaimsAtOnce() throws Exception {
        assertThat(ordinary().claim(service())).isSameAs(PRESENCE);

        assertThat(now).isZero();
    }

    @Test
    void aSuccessorClaimsAsSoonAsItsPredecessorHasLeft() throws Exception {
        freeAt = Duration.ofSeconds(20);
        endAt = freeAt;

        assertThat(successor().claim(service())).isSameAs(PRESENCE);

        assertThat(now).isBetween(freeAt, freeAt.plusMillis(100));
    }

    @Test
    void aSuccessorLeavesTheLogToItsPredecessorForAWhile() throws Exception {
        endAt = Duration.ofSeconds(2);
        successor().awaitPredecessor();
        assertThat(now).isEqualTo(endAt);

        now = Duration.ZERO;
        endAt = NEVER;
        successor().awaitPredecessor();
        assertThat(now).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whoIsStartedByAPersonLeavesTheLogToNobody() throws Exception {
        ordinary().awaitPredecessor();

        assertThat(now).isZero();
    }

    @Test
    void aSuccessorDoesNotNeedToSeeTheEndOfItsPredecessor() throws Exception {
        freeAt = Duration.ofSeconds(1);

        assertThat(successor().claim(service())).isSameAs(PRESENCE);

        assertThat(now).isBetween(freeAt, freeAt.plusMillis(100));
    }

    @Test
    void aSuccessorWaitsHalfAMinuteForAPredecessorThatDoesNotEnd() {
        freeAt = NEVER;

        assertThatThrownBy(() -> successor().claim(service()))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        failure -> assertThat(failure.error()).isEqualTo(BackupError.DATABASE_BUSY));

        assertThat(now).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aSuccessorGivesUpSoonWhenAnotherHasComeAfterItsPredecessor() {
        freeAt = NEVER;
        endAt = Duration.ofSeconds(5);

        assertThatThrownBy(() -> successor().claim(service())).isInstanceOf(BackupException.class);

        assertThat(now).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_100));
    }

    @Test
    void aSuccessorOutwaitsAShortLookAtTheLock() throws Exception {
        freeAt = Duration.ofSeconds(1);
        endAt = Duration.ZERO;

        assertThat(successor().claim(service())).isSameAs(PRESENCE);
    }

    @Test
    void noWaitingMendsAnotherFailure() {
        freeAt = NEVER;
        refusal = BackupError.PERMISSION_DENIED;

        assertThatThrownBy(() -> successor().claim(service())).isInstanceOf(BackupException.class);

        assertThat(now).isZero();
    }

    private Succession ordinary() {
        return new Succession(Optional.empty(), this::pause);
    }

    private Succession successor() {
        BooleanSupplier lives = () -> now.compareTo(endAt) < 0;
        return new Succession(Optional.of(lives), this::pause);
    }

    private void pause(Duration duration) {
        now = now.plus(duration);
    }

    private BackupService service() {
        return (BackupService) Proxy.newProxyInstance(
                BackupService.class.getClassLoader(),
                new Class<?>[] {BackupService.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("holdPresence");
                    if (now.compareTo(freeAt) < 0) {
                        throw new BackupException(refusal, Message.of("error.application-running", "my.db"));
                    }
                    return PRESENCE;
                });
    }
}
