/* Preloaded into a bot: every fsync takes SLOW_FSYNC_US microseconds longer, as on a disk slower than this one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static void wait_longer(void) {
    const char *microseconds = getenv("SLOW_FSYNC_US");
    if (microseconds) usleep(atoi(microseconds));
}

int fsync(int file) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
    wait_longer();
    return real(file);
}

int fdatasync(int file) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
    wait_longer();
    return real(file);
}
