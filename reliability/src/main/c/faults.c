/*
 * Counts every call that changes files below one folder, over all threads of a process, and lets the N-th go wrong.
 * Preloaded (LD_PRELOAD) into an unchanged program, which is told by its environment:
 *
 *   FAULTS_ROOT  the folder, absolute and without symbolic links
 *   FAULTS_LOG   a file outside of it: one line for each counted call, fields separated by tabs:
 *                number, operation, path, second path, offset, length, place of the data in FAULTS_DATA
 *   FAULTS_DATA  a file outside of it, for what was written; without it no data is kept
 *   FAULTS_KIND  kill-before, kill-middle, kill-after, enospc-once, enospc-on, eio-once, eio-on, erofs-on, or stop:
 *                the process stops (SIGSTOP) before the call, and performs it when it is continued
 *   FAULTS_AT    the number of the call, from 1
 *   FAULTS_DELAY how long each counted call takes more, in milliseconds
 *   FAULTS_CLOCK what the clock of the day shows when the process begins, in seconds since 1970
 *
 * With FAULTS_DATA one call happens at a time, so that the order of the lines is that of the changes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))
#define REAL(name)                                                     \
    ({                                                                 \
        static __typeof__(&name) found;                                \
        if (!found) found = (__typeof__(&name))dlsym(RTLD_NEXT, #name); \
        found;                                                         \
    })

enum kind { NOTHING, KILL_BEFORE, KILL_MIDDLE, KILL_AFTER, ENOSPC_ONCE, ENOSPC_ON, EIO_ONCE, EIO_ON, EROFS_ON, STOP };

static const char *const KINDS[] = {"",          "kill-before", "kill-middle", "kill-after",
                                    "enospc-once", "enospc-on",   "eio-once",    "eio-on",
                                    "erofs-on",    "stop"};

static char root[PATH_MAX];
static size_t root_length;
static enum kind kind;
static long at;
static long counted;
static long delay_millis;
static long clock_ahead;
static int log_file = -1;
static int data_file = -1;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

/* One call that changes something. */
struct call {
    const char *operation;
    char path[PATH_MAX];
    char second[PATH_MAX];
    int allocates; /* needs room on the disk */
    long number;
};

static int raw_open(const char *path) {
    return (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

__attribute__((constructor)) static void begin(void) {
    struct timespec now;
    syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
    if (getenv("FAULTS_CLOCK")) clock_ahead = atol(getenv("FAULTS_CLOCK")) - now.tv_sec;
    const char *folder = getenv("FAULTS_ROOT");
    if (!folder) return;
    snprintf(root, sizeof root, "%s", folder);
    root_length = strlen(root);
    const char *wanted = getenv("FAULTS_KIND");
    for (int i = 0; wanted && i <= STOP; i++) {
        if (!strcmp(wanted, KINDS[i])) kind = (enum kind)i;
    }
    if (getenv("FAULTS_DELAY")) delay_millis = atol(getenv("FAULTS_DELAY"));
    if (getenv("FAULTS_AT")) at = atol(getenv("FAULTS_AT"));
    if (getenv("FAULTS_LOG")) log_file = raw_open(getenv("FAULTS_LOG"));
    if (getenv("FAULTS_DATA")) data_file = raw_open(getenv("FAULTS_DATA"));
}

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

/* To this thread, so that it does not get on before it is stopped. */
static void stop(void) { syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), SIGSTOP); }

static void delay(void) {
    struct timespec time = {delay_millis / 1000, delay_millis % 1000 * 1000000};
    syscall(SYS_nanosleep, &time, NULL);
}

static int is_watched(const char *path) {
    return root_length > 0 && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

/* The path of an open file; empty if it has none. */
static void path_of(int file, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
}

static void path_at(int folder, const char *name, char *path) {
    if (name[0] == '/') {
        snprintf(path, PATH_MAX, "%s", name);
        return;
    }
    char base[PATH_MAX];
    if (folder == AT_FDCWD) {
        if (!getcwd(base, sizeof base)) base[0] = 0;
    } else {
        path_of(folder, base);
    }
    if (snprintf(path, PATH_MAX, "%s/%s", base, name) >= PATH_MAX) path[0] = 0;
}

static void write_line(const struct call *call, long long offset, long long length, long long place) {
    if (log_file < 0) return;
    char line[2 * PATH_MAX + 200];
    int size = snprintf(line, sizeof line, "%ld\t%s\t%s\t%s\t%lld\t%lld\t%lld\n", call->number, call->operation,
                        call->path, call->second, offset, length, place);
    syscall(SYS_write, log_file, line, size);
}

/* Announces a call. Whoever gets 1 performs it and calls ended(); 0 means that it fails, errno says how. */
static int admitted(struct call *call) {
    if (data_file >= 0) pthread_mutex_lock(&one_at_a_time);
    call->number = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
    int here = call->number == at;
    if (here && kind == KILL_BEFORE) {
        write_line(call, 0, 0, -1);
        die();
    }
    if (here && kind == STOP) stop();
    if (delay_millis > 0) delay();
    int from_here = at > 0 && call->number >= at;
    int error = 0;
    if ((here && kind == EIO_ONCE) || (from_here && kind == EIO_ON)) error = EIO;
    if (from_here && kind == EROFS_ON) error = EROFS;
    if (call->allocates && ((here && kind == ENOSPC_ONCE) || (from_here && kind == ENOSPC_ON))) error = ENOSPC;
    if (!error) return 1;
    write_line(call, 0, 0, -1);
    if (data_file >= 0) pthread_mutex_unlock(&one_at_a_time);
    errno = error;
    return 0;
}

static int dies_in_the_middle(const struct call *call) { return call->number == at && kind == KILL_MIDDLE; }

static void ended(struct call *call, long long offset, long long length, long long place) {
    int error = errno;
    write_line(call, offset, length, place);
    /* What has no middle is killed after it. */
    if (call->number == at && (kind == KILL_AFTER || kind == KILL_MIDDLE)) die();
    if (data_file >= 0) pthread_mutex_unlock(&one_at_a_time);
    errno = error;
}

/* Keeps what is in this part of a file now; returns where. */
static long long keep(int file, long long offset, long long length) {
    if (data_file < 0 || length <= 0) return -1;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    int readable = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDONLY | O_CLOEXEC, 0);
    long long place = lseek(data_file, 0, SEEK_END);
    char block[1 << 16];
    long long done = 0;
    while (readable >= 0 && done < length) {
        long long want = length - done < (long long)sizeof block ? length - done : (long long)sizeof block;
        ssize_t got = syscall(SYS_pread64, readable, block, want, offset + done);
        if (got <= 0) break;
        syscall(SYS_write, data_file, block, got);
        done += got;
    }
    if (readable >= 0) syscall(SYS_close, readable);
    return place;
}

static int watches_file(struct call *call, const char *operation, int file, int allocates) {
    if (!root_length) return 0;
    call->operation = operation;
    call->second[0] = 0;
    call->allocates = allocates;
    path_of(file, call->path);
    return is_watched(call->path);
}

static int watches_name(struct call *call, const char *operation, int folder, const char *name, int allocates) {
    if (!root_length || !name) return 0;
    call->operation = operation;
    call->second[0] = 0;
    call->allocates = allocates;
    path_at(folder, name, call->path);
    return is_watched(call->path);
}

/* ---- Data ---- */

/* The parts of a scattered write that make up its first half. */
static int first_half(const struct iovec *parts, int count, struct iovec *half) {
    size_t total = 0;
    for (int i = 0; i < count; i++) total += parts[i].iov_len;
    size_t left = total / 2;
    int used = 0;
    for (int i = 0; i < count && left > 0; i++) {
        half[used] = parts[i];
        if (half[used].iov_len > left) half[used].iov_len = left;
        left -= half[used++].iov_len;
    }
    return used;
}

/* Writes at an offset, or where the file stands when it is negative. */
static ssize_t write_parts(int file, const struct iovec *parts, int count, off64_t offset) {
    struct call call;
    int watched = watches_file(&call, "write", file, 1);
    if (watched && !admitted(&call)) return -1;
    struct iovec half[IOV_MAX];
    int dying = watched && dies_in_the_middle(&call);
    if (dying) {
        count = first_half(parts, count, half);
        parts = half;
    }
    ssize_t result;
    if (dying && count == 0) {
        result = 0;
    } else if (offset < 0) {
        result = syscall(SYS_writev, file, parts, count);
    } else {
        result = syscall(SYS_pwritev, file, parts, count, (long)offset, 0L);
    }
    if (watched) {
        int error = errno;
        long long begin = offset >= 0 ? offset : lseek(file, 0, SEEK_CUR) - (result > 0 ? result : 0);
        long long place = keep(file, begin, result);
        errno = error;
        ended(&call, begin, result, place);
    }
    return result;
}

EXPORT ssize_t write(int file, const void *data, size_t length) {
    struct iovec part = {(void *)data, length};
    return write_parts(file, &part, 1, -1);
}

EXPORT ssize_t writev(int file, const struct iovec *parts, int count) { return write_parts(file, parts, count, -1); }

EXPORT ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset) {
    struct iovec part = {(void *)data, length};
    return write_parts(file, &part, 1, offset);
}

EXPORT ssize_t pwrite(int file, const void *data, size_t length, off_t offset) {
    return pwrite64(file, data, length, offset);
}

EXPORT ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t offset) {
    return write_parts(file, parts, count, offset);
}

EXPORT ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
    return write_parts(file, parts, count, offset);
}

EXPORT ssize_t sendfile64(int target, int source, off64_t *offset, size_t length) {
    struct call call;
    if (!watches_file(&call, "write", target, 1)) return syscall(SYS_sendfile, target, source, offset, length);
    if (!admitted(&call)) return -1;
    ssize_t result =
        syscall(SYS_sendfile, target, source, offset, dies_in_the_middle(&call) && length > 1 ? length / 2 : length);
    long long begin = lseek(target, 0, SEEK_CUR) - (result > 0 ? result : 0);
    ended(&call, begin, result, keep(target, begin, result));
    return result;
}

EXPORT ssize_t sendfile(int target, int source, off_t *offset, size_t length) {
    return sendfile64(target, source, (off64_t *)offset, length);
}

EXPORT ssize_t copy_file_range(int source, off64_t *from, int target, off64_t *to, size_t length, unsigned flags) {
    struct call call;
    if (!watches_file(&call, "write", target, 1)) {
        return syscall(SYS_copy_file_range, source, from, target, to, length, flags);
    }
    if (!admitted(&call)) return -1;
    long long begin = to ? *to : lseek(target, 0, SEEK_CUR);
    size_t wanted = dies_in_the_middle(&call) && length > 1 ? length / 2 : length;
    ssize_t result = syscall(SYS_copy_file_range, source, from, target, to, wanted, flags);
    ended(&call, begin, result, keep(target, begin, result));
    return result;
}

EXPORT int ftruncate64(int file, off64_t length) {
    struct call call;
    int watched = watches_file(&call, "truncate", file, 1);
    if (watched && !admitted(&call)) return -1;
    int result = (int)syscall(SYS_ftruncate, file, length);
    if (watched) ended(&call, 0, length, -1);
    return result;
}

EXPORT int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

EXPORT int truncate64(const char *name, off64_t length) {
    struct call call;
    int watched = watches_name(&call, "truncate", AT_FDCWD, name, 1);
    if (watched && !admitted(&call)) return -1;
    int result = (int)syscall(SYS_truncate, name, length);
    if (watched) ended(&call, 0, length, -1);
    return result;
}

EXPORT int truncate(const char *name, off_t length) { return truncate64(name, length); }

EXPORT int fallocate64(int file, int mode, off64_t offset, off64_t length) {
    struct call call;
    int watched = watches_file(&call, "allocate", file, 1);
    if (watched && !admitted(&call)) return -1;
    int result = (int)syscall(SYS_fallocate, file, mode, offset, length);
    if (watched) ended(&call, offset, length, -1);
    return result;
}

EXPORT int fallocate(int file, int mode, off_t offset, off_t length) {
    return fallocate64(file, mode, offset, length);
}

EXPORT int posix_fallocate64(int file, off64_t offset, off64_t length) {
    return fallocate64(file, 0, offset, length) == 0 ? 0 : errno;
}

EXPORT int posix_fallocate(int file, off_t offset, off_t length) { return posix_fallocate64(file, offset, length); }

static int synced(const char *operation, int file, long number) {
    struct call call;
    int watched = watches_file(&call, operation, file, 0);
    if (watched && !admitted(&call)) return -1;
    int result = (int)syscall(number, file);
    if (watched) ended(&call, 0, result, -1);
    return result;
}

EXPORT int fsync(int file) { return synced("sync", file, SYS_fsync); }

EXPORT int fdatasync(int file) { return synced("sync", file, SYS_fdatasync); }

/* ---- Names ---- */

static int opened(int folder, const char *name, int flags, mode_t mode) {
    struct call call;
    struct stat status;
    int watched = 0;
    if (flags & (O_CREAT | O_TRUNC)) {
        int exists = syscall(SYS_newfstatat, folder, name, &status, 0) == 0;
        if (!exists && (flags & O_CREAT)) watched = watches_name(&call, "create", folder, name, 1);
        if (exists && (flags & O_TRUNC)) watched = watches_name(&call, "truncate", folder, name, 0);
    }
    if (watched && !admitted(&call)) return -1;
    int result = (int)syscall(SYS_openat, folder, name, flags, mode);
    if (watched) ended(&call, 0, 0, -1);
    return result;
}

static mode_t mode_of(int flags, va_list arguments) {
    return flags & (O_CREAT | __O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
}

#define OPENER(function)                                   \
    EXPORT int function(const char *name, int flags, ...) { \
        va_list arguments;                                 \
        va_start(arguments, flags);                        \
        mode_t mode = mode_of(flags, arguments);           \
        va_end(arguments);                                 \
        return opened(AT_FDCWD, name, flags, mode);        \
    }

#define OPENER_AT(function)                                            \
    EXPORT int function(int folder, const char *name, int flags, ...) { \
        va_list arguments;                                             \
        va_start(arguments, flags);                                    \
        mode_t mode = mode_of(flags, arguments);                       \
        va_end(arguments);                                             \
        return opened(folder, name, flags, mode);                      \
    }

OPENER(open)
OPENER(open64)
OPENER_AT(openat)
OPENER_AT(openat64)

EXPORT int __open_2(const char *name, int flags) { return opened(AT_FDCWD, name, flags, 0); }
EXPORT int __open64_2(const char *name, int flags) { return opened(AT_FDCWD, name, flags, 0); }
EXPORT int creat(const char *name, mode_t mode) { return opened(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }
EXPORT int creat64(const char *name, mode_t mode) { return creat(name, mode); }

static int removed(int folder, const char *name, int flags) {
    struct call call;
    int watched = watches_name(&call, flags & AT_REMOVEDIR ? "rmdir" : "unlink", folder, name, 0);
    if (watched && !admitted(&call)) return -1;
    int result = (int)syscall(SYS_unlinkat, folder, name, flags);
    if (watched) ended(&call, 0, result, -1);
    return result;
}

EXPORT int unlink(const char *name) { return removed(AT_FDCWD, name, 0); }
EXPORT int unlinkat(int folder, const char *name, int flags) { return removed(folder, name, flags); }
EXPORT int rmdir(const char *name) { return removed(AT_FDCWD, name, AT_REMOVEDIR); }

EXPORT int remove(const char *name) {
    struct stat status;
    int is_folder = syscall(SYS_newfstatat, AT_FDCWD, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
    return removed(AT_FDCWD, name, is_folder ? AT_REMOVEDIR : 0);
}

static int made(const char *operation, int folder, const char *name, const char *second, long result_of(void *), void *with) {
    struct call call;
    int watched = watches_name(&call, operation, folder, name, 1);
    if (watched && second) snprintf(call.second, sizeof call.second, "%s", second);
    if (watched && !admitted(&call)) return -1;
    int result = (int)result_of(with);
    if (watched) ended(&call, 0, result, -1);
    return result;
}

struct two_names {
    int folder;
    const char *name;
    int second_folder;
    const char *second;
    unsigned flags;
    long number;
};

static long call_two(void *with) {
    struct two_names *two = with;
    return syscall(two->number, two->folder, two->name, two->second_folder, two->second, two->flags);
}

static int two(const char *operation, long number, int folder, const char *name, int second_folder, const char *second,
               unsigned flags) {
    struct two_names names = {folder, name, second_folder, second, flags, number};
    char target[PATH_MAX];
    path_at(second_folder, second, target);
    return made(operation, folder, name, target, call_two, &names);
}

EXPORT int rename(const char *name, const char *second) {
    return two("rename", SYS_renameat2, AT_FDCWD, name, AT_FDCWD, second, 0);
}

EXPORT int renameat(int folder, const char *name, int second_folder, const char *second) {
    return two("rename", SYS_renameat2, folder, name, second_folder, second, 0);
}

EXPORT int renameat2(int folder, const char *name, int second_folder, const char *second, unsigned flags) {
    return two("rename", SYS_renameat2, folder, name, second_folder, second, flags);
}

EXPORT int link(const char *name, const char *second) {
    return two("link", SYS_linkat, AT_FDCWD, name, AT_FDCWD, second, 0);
}

EXPORT int linkat(int folder, const char *name, int second_folder, const char *second, int flags) {
    return two("link", SYS_linkat, folder, name, second_folder, second, (unsigned)flags);
}

struct one_name {
    int folder;
    const char *name;
    mode_t mode;
};

static long call_mkdir(void *with) {
    struct one_name *one = with;
    return syscall(SYS_mkdirat, one->folder, one->name, one->mode);
}

EXPORT int mkdirat(int folder, const char *name, mode_t mode) {
    struct one_name one = {folder, name, mode};
    return made("mkdir", folder, name, NULL, call_mkdir, &one);
}

EXPORT int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

struct a_link {
    const char *content;
    int folder;
    const char *name;
};

static long call_symlink(void *with) {
    struct a_link *link = with;
    return syscall(SYS_symlinkat, link->content, link->folder, link->name);
}

EXPORT int symlinkat(const char *content, int folder, const char *name) {
    struct a_link link = {content, folder, name};
    return made("symlink", folder, name, content, call_symlink, &link);
}

EXPORT int symlink(const char *content, const char *name) { return symlinkat(content, AT_FDCWD, name); }

/* ---- The clock of the day ---- */

EXPORT int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = (int)syscall(SYS_clock_gettime, clock, time);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += clock_ahead;
    return result;
}

EXPORT int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    int result = (int)syscall(SYS_gettimeofday, time, zone);
    if (result == 0) time->tv_sec += clock_ahead;
    return result;
}

EXPORT time_t time(time_t *result) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result) *result = now.tv_sec;
    return now.tv_sec;
}
