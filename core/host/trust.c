/* SPDX-License-Identifier: MIT
 * A plugin is code that runs as the user, so it must come from somebody who could
 * run code as the user anyway: its file and its folder belong to root or to us,
 * and nobody else may write to them.  What is checked is what was opened, never a
 * name that could be exchanged in between; symbolic links are not followed. */
#include "config.h"

#include "core/host/trust.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef HAVE_LINUX_OPENAT2_H
#include <linux/openat2.h>
#endif

static const char *owner_fault(galley_arena *arena, const struct stat *found, const char *path)
{
    if (found->st_uid != 0 && found->st_uid != geteuid())
        return galley_arena_print(arena, "%s belongs to another user; only plugins of root or your own are loaded",
                                  path);
    if (found->st_mode & (S_IWGRP | S_IWOTH))
        return galley_arena_print(arena, "%s can be written to by others; `chmod go-w` it once you know its content",
                                  path);
    return NULL;
}

const char *trust_fault(galley_arena *arena, const struct stat *file, const char *path)
{
    if (S_ISLNK(file->st_mode))
        return galley_arena_print(arena, "%s is a symbolic link; put the file itself there", path);
    if (!S_ISREG(file->st_mode))
        return galley_arena_print(arena, "%s is no regular file; remove it", path);
    return owner_fault(arena, file, path);
}

/* The descriptor, or -1 and closed when there is a reason against it. */
static int unless_refused(int fd, const char *why)
{
    if (why && fd >= 0)
        close(fd);
    return why ? -1 : fd;
}

int trust_open_folder(galley_arena *arena, const char *path, const char **why)
{
    *why = NULL;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct stat found;
    if (fd < 0 && errno == ENOENT)
        return -1;
    if (fd < 0 || fstat(fd, &found) != 0)
        *why = galley_arena_print(arena, "the folder %s cannot be opened: %s", path, strerror(errno));
    else
        *why = owner_fault(arena, &found, galley_arena_print(arena, "the folder %s", path));
    return unless_refused(fd, *why);
}

/* O_NONBLOCK: a pipe under a plugin's name must not hold us. */
static int open_beneath(int folder, const char *name)
{
    const int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
#if defined HAVE_LINUX_OPENAT2_H && defined SYS_openat2
    struct open_how how = { .flags = (uint64_t)flags, .resolve = RESOLVE_NO_SYMLINKS | RESOLVE_BENEATH };
    long fd = syscall(SYS_openat2, folder, name, &how, sizeof how);
    if (fd >= 0 || (errno != ENOSYS && errno != EPERM && errno != EINVAL))
        return (int)fd;
#endif
    return openat(folder, name, flags);
}

int trust_open_file(galley_arena *arena, int folder, const char *name, const char *path, struct stat *out,
                    const char **why)
{
    *why = NULL;
    int fd = open_beneath(folder, name);
    if (fd < 0 && errno == ELOOP)
        *why = galley_arena_print(arena, "%s is a symbolic link; put the file itself there", path);
    else if (fd < 0 || fstat(fd, out) != 0)
        *why = galley_arena_print(arena, "%s cannot be opened: %s", path, strerror(errno));
    else
        *why = trust_fault(arena, out, path);
    return unless_refused(fd, *why);
}
