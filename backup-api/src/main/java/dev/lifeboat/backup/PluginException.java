package dev.lifeboat.backup;

/** Why a plugin, or one of its providers, cannot be used. */
final class PluginException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    PluginException(Message reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    PluginException(Message reason) {
        this(reason, null);
    }

    Message reason() {
        return reason;
    }
}
