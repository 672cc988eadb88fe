package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.spi.BackupProvider;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The installed providers, with services that note every call on the event dispatch thread, and refuse it. */
final class OffTheEventThread {
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private volatile BackupProviders installed = BackupProviders.installed();

    /** Calls that would have frozen a window. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    BackupProviders providers() {
        return new BackupProviders(
                installed.found().stream()
                        .map(found -> found.with(new Guarded(found.provider())))
                        .toList(),
                installed.broken());
    }

    /** From now on these are installed. */
    void install(BackupProviders providers) {
        installed = providers;
    }

    private BackupService guarded(BackupService service) {
        return (BackupService) Proxy.newProxyInstance(
                BackupService.class.getClassLoader(),
                new Class<?>[] {BackupService.class},
                (proxy, method, arguments) -> call(service, method, arguments));
    }

    private Object call(BackupService service, Method method, Object[] arguments) throws Throwable {
        if (EventQueue.isDispatchThread() && !method.getName().equals("configuration")) {
            violations.add(method.getName());
            throw new IllegalStateException(method.getName() + " on the event dispatch thread");
        }
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private final class Guarded implements BackupProvider {
        private final BackupProvider provider;

        Guarded(BackupProvider provider) {
            this.provider = provider;
        }

        @Override
        public String id() {
            return provider.id();
        }

        @Override
        public String description() {
            return provider.description();
        }

        @Override
        public boolean supports(Path database) {
            return provider.supports(database);
        }

        @Override
        public BackupService open(BackupConfiguration configuration) {
            return guarded(provider.open(configuration));
        }
    }
}
