package dev.lifeboat.backup.conformance;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * What every backup provider must do. To hold a provider to it, extend this class with one that has a constructor
 * without parameters:
 *
 * <pre>{@code
 * class ShelfProviderTest extends BackupProviderContract {
 *   @Override
 *   protected ProviderUnderTest providerUnderTest() {
 *     return new ShelfProviderUnderTest();
 *   }
 * }
 * }</pre>
 *
 * <p>Some tests start Java machines of their own, which make an instance of that class too; they run from the class
 * path, made of everything that this machine has on its module path and class path. Every test works in temporary
 * folders only.
 */
public abstract class BackupProviderContract {
    /** For subclasses. */
    protected BackupProviderContract() {}

    /** The provider and how to make databases of its kind; called for every test, and in other processes. */
    protected abstract ProviderUnderTest providerUnderTest();

    @Nested
    @DisplayName("create")
    class Creation extends CreationRules {
        Creation() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("create from an unusable database")
    class UnusableDatabase extends UnusableDatabaseRules {
        UnusableDatabase() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("a database in use")
    class Busy extends BusyRules {
        Busy() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("a name")
    class Naming extends NamingRules {
        Naming() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("the list")
    class Listing extends ListingRules {
        Listing() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("a listed file")
    class States extends StateRules {
        States() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("verify")
    class Verifying extends VerificationRules {
        Verifying() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("restore")
    class Restoring extends RestoreRules {
        Restoring() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("restore of a bad backup")
    class RefusedRestore extends RefusedRestoreRules {
        RefusedRestore() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("restore over a lost database")
    class LostDatabase extends LostDatabaseRules {
        LostDatabase() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("the schema version")
    class Schema extends SchemaRules {
        Schema() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("a preview")
    class Preview extends PreviewRules {
        Preview() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("delete")
    class Deletion extends DeletionRules {
        Deletion() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("clean up")
    class Cleanup extends CleanupRules {
        Cleanup() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("a second thread")
    class Threads extends ThreadRules {
        Threads() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("a second process")
    class Processes extends ProcessRules {
        Processes() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("recover")
    class Recovery extends RecoveryRules {
        Recovery() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("a return point")
    class Returning extends ReturnRules {
        Returning() {
            super(BackupProviderContract.this);
        }
    }

    @Nested
    @DisplayName("a note")
    class Notes extends NoteRules {
        Notes() {
            super(BackupProviderContract.this);
        }
    }
}
