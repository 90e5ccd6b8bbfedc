/* SPDX-License-Identifier: MIT
 * A folder of files, whole or not there at all: it is filled under a temporary name
 * beside its place and renamed when all is well.  (A killed program leaves that name
 * behind: no system has a folder without one.)  The members are written one after the
 * other, so one is open at a time, and the disk is asked once for all of them: a sync
 * for each is what ten thousand articles would wait for. */
#include "config.h"

#include "core/host/sink.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PART_MOST 255   /* bytes of a part of a name between two slashes */
#define NAME_MOST 1024  /* bytes of a name */
#define FOLDERS_OPEN 16 /* while a folder is removed */

struct sink_members {
    int fd;            /* of the folder; -1: memory */
    galley_sink *last; /* the one that is written now */
    uint64_t count;    /* bytes of those before it */
    struct kept {
        char *name;
        galley_sink *sink;
    } * kept; /* in memory: all of them */
    size_t kept_count, kept_room;
};

/* ---- Names ------------------------------------------------------------------ */

static bool part_is_sound(const char *part, size_t length)
{
    return length && length <= PART_MOST && !(length == 1 && part[0] == '.') &&
           !(length == 2 && part[0] == '.' && part[1] == '.');
}

static bool name_is_sound(const char *name)
{
    for (const char *at = name; at - name <= NAME_MOST;) {
        size_t length = strcspn(at, "/");
        if (!part_is_sound(at, length))
            return false;
        if (!at[length])
            return true;
        at += length + 1;
    }
    return false;
}

/* ---- The folder ------------------------------------------------------------- */

static bool is_empty(const char *path)
{
    DIR *folder = opendir(path);
    size_t count = 0;
    if (!folder)
        return false;
    for (struct dirent *entry; (entry = readdir(folder));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return count == 0;
}

/* Nothing is there, or an empty folder, which the rename will take away. */
static bool place_is_free(galley_sink *sink)
{
    struct stat found;
    if (lstat(sink->path, &found) != 0)
        return true;
    if (S_ISDIR(found.st_mode) && is_empty(sink->path))
        return true;
    sink_refuse(sink, GALLEY_IO, "sink.exists", "the output is a folder, and %s stands there; nothing was written",
                S_ISDIR(found.st_mode) ? "one that is not empty" : "a file");
    return false;
}

/* The unnamed file that was opened for a single output goes. */
static void leave_file(galley_sink *sink)
{
    close(sink->fd);
    sink->fd = -1;
    if (sink->temporary)
        unlink(sink->temporary);
    free(sink->temporary);
    sink->temporary = NULL;
}

static int make_folder(galley_sink *sink)
{
    for (int attempt = 0; attempt < SINK_NAMES_TRIED; attempt++) {
        char *name = sink_spare_name(sink, attempt);
        if (name && mkdir(name, 0777) == 0) {
            sink->temporary = name;
            return open(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        }
        int error = errno;
        free(name);
        errno = error;
        if (error != EEXIST)
            return -1;
    }
    return -1;
}

static void become_folder(galley_sink *sink)
{
    if (sink->count)
        sink_refuse(sink, GALLEY_INTERNAL, "sink.folder", "a file became a folder; nothing was written");
    else if (!sink->memory && !sink->path)
        sink_refuse(sink, GALLEY_USAGE, "sink.folder", "the output is a folder; name one with -o");
    else if (!sink->memory && !place_is_free(sink))
        return;
    if (sink->status != GALLEY_OK)
        return;
    sink->members = calloc(1, sizeof *sink->members);
    if (!sink->members) {
        sink_fail(sink, GALLEY_MEMORY, ENOMEM);
        return;
    }
    sink->members->fd = -1;
    if (sink->memory)
        return;
    leave_file(sink);
    sink->members->fd = make_folder(sink);
    if (sink->members->fd < 0)
        sink_fail(sink, GALLEY_IO, errno);
}

/* ---- Members in files --------------------------------------------------------- */

/* Ends the member that is written now; its failure is the folder's. */
static void end_last(galley_sink *sink)
{
    galley_sink *last = sink->members->last;
    if (!last || sink->memory)
        return;
    sink_flush(last);
#ifndef HAVE_SYNCFS
    if (last->status == GALLEY_OK && fsync(last->fd) != 0 && errno != EINVAL && errno != EROFS && errno != ENOTSUP)
        sink_fail(last, GALLEY_IO, errno);
#endif
    if (last->status != GALLEY_OK)
        sink_fail(sink, last->status, last->error);
    sink->members->count += last->count;
    sink->members->last = NULL;
    galley_sink_drop(last);
}

/* The folders in front of the last part of a name. */
static bool make_parents(int folder, const char *name)
{
    char path[NAME_MOST + 1];
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        size_t length = (size_t)(slash - name);
        memcpy(path, name, length);
        path[length] = '\0';
        if (mkdirat(folder, path, 0777) != 0 && errno != EEXIST)
            return false;
    }
    return true;
}

static galley_sink *begin_file(galley_sink *sink, const char *name)
{
    galley_sink *member = galley_sink_memory();
    if (!member) {
        sink_fail(sink, GALLEY_MEMORY, ENOMEM);
        return sink;
    }
    member->memory = false;
    if (make_parents(sink->members->fd, name))
        member->fd = openat(sink->members->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (member->fd < 0) {
        if (errno == EEXIST)
            sink_refuse(sink, GALLEY_INTERNAL, "sink.name", "two files of the folder are called \"%s\"", name);
        else
            sink_fail(sink, GALLEY_IO, errno);
        galley_sink_drop(member);
        return sink;
    }
    sink->members->last = member;
    return member;
}

/* ---- Members in memory -------------------------------------------------------- */

static const struct kept *find_kept(const galley_sink *sink, const char *name)
{
    for (size_t i = 0; sink->members && i < sink->members->kept_count; i++)
        if (strcmp(sink->members->kept[i].name, name) == 0)
            return &sink->members->kept[i];
    return NULL;
}

static bool make_room(struct sink_members *members)
{
    if (members->kept_count < members->kept_room)
        return true;
    size_t room = members->kept_room ? 2 * members->kept_room : 16;
    struct kept *grown = realloc(members->kept, room * sizeof *grown);
    if (!grown)
        return false;
    members->kept = grown;
    members->kept_room = room;
    return true;
}

static galley_sink *begin_memory(galley_sink *sink, const char *name)
{
    struct sink_members *members = sink->members;
    if (find_kept(sink, name)) {
        sink_refuse(sink, GALLEY_INTERNAL, "sink.name", "two files of the folder are called \"%s\"", name);
        return sink;
    }
    galley_sink *member = make_room(members) ? galley_sink_memory() : NULL;
    char *copy = member ? strdup(name) : NULL;
    if (!copy) {
        galley_sink_drop(member);
        sink_fail(sink, GALLEY_MEMORY, ENOMEM);
        return sink;
    }
    members->kept[members->kept_count++] = (struct kept){ copy, member };
    members->last = member;
    return member;
}

/* ---- Both ------------------------------------------------------------------- */

galley_sink *galley_sink_member(galley_sink *sink, const char *name)
{
    if (sink->status == GALLEY_OK && !sink->members)
        become_folder(sink);
    if (sink->members)
        end_last(sink);
    if (sink->status == GALLEY_OK && !name_is_sound(name))
        sink_refuse(sink, GALLEY_INTERNAL, "sink.name", "no file of a folder can be called \"%.200s\"", name);
    if (sink->status != GALLEY_OK)
        return sink;
    return sink->memory ? begin_memory(sink, name) : begin_file(sink, name);
}

const char *galley_sink_member_name(const galley_sink *sink, size_t index)
{
    return sink->members && index < sink->members->kept_count ? sink->members->kept[index].name : NULL;
}

galley_slice galley_sink_member_bytes(const galley_sink *sink, const char *name)
{
    const struct kept *kept = find_kept(sink, name);
    return kept ? galley_sink_bytes(kept->sink) : (galley_slice){ 0 };
}

uint64_t sink_members_count(const galley_sink *sink)
{
    uint64_t count = sink->members->count;
    for (size_t i = 0; i < sink->members->kept_count; i++)
        count += sink->members->kept[i].sink->count;
    return count + (sink->members->last && !sink->memory ? sink->members->last->count : 0);
}

galley_status sink_members_status(const galley_sink *sink)
{
    for (size_t i = 0; i < sink->members->kept_count; i++)
        if (sink->members->kept[i].sink->status != GALLEY_OK)
            return sink->members->kept[i].sink->status;
    return sink->members->last ? sink->members->last->status : GALLEY_OK;
}

void sink_members_finish(galley_sink *sink)
{
    end_last(sink);
    if (sink->memory && sink_members_status(sink) != GALLEY_OK)
        sink_fail(sink, sink_members_status(sink), ENOMEM);
#ifdef HAVE_SYNCFS
    if (sink->status == GALLEY_OK && sink->members->fd >= 0 && syncfs(sink->members->fd) != 0)
        sink_fail(sink, GALLEY_IO, errno);
#endif
}

static int remove_one(const char *path, const struct stat *found, int kind, struct FTW *where)
{
    (void)found;
    (void)kind;
    (void)where;
    return remove(path);
}

void sink_members_drop(galley_sink *sink)
{
    struct sink_members *members = sink->members;
    if (members->last && !sink->memory)
        galley_sink_drop(members->last);
    for (size_t i = 0; i < members->kept_count; i++) {
        galley_sink_drop(members->kept[i].sink);
        free(members->kept[i].name);
    }
    free(members->kept);
    if (members->fd >= 0)
        close(members->fd);
    if (sink->temporary)
        nftw(sink->temporary, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS);
    free(members);
}
