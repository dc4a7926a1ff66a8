/* Loaded into a program before the C library: notes what it writes to the files of one folder, and when it waits for the disk, in the
   order in which that happens. What it says on its standard output is noted among it. The disk does what it always does. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int notes = -1;
static char folder[PATH_MAX];
static size_t folder_length;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("DISK_NOTES");
  const char *within = getenv("DISK_FOLDER");
  if (!file || !within) return;
  folder_length = (size_t)snprintf(folder, sizeof folder, "%s", within);
  notes = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_within(const char *path) {
  return strncmp(path, folder, folder_length) == 0 && (path[folder_length] == '/' || path[folder_length] == 0);
}

/* Where a descriptor leads to; 0 where that is not in the folder. */
static int path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_within(path);
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = syscall(SYS_write, notes, at, length);
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

/* A kind, a path, a number and bytes; each text with its length before it. */
static void note(char kind, const char *path, uint64_t number, const void *bytes, size_t length) {
  uint32_t path_length = (uint32_t)strlen(path), bytes_length = (uint32_t)length;
  pthread_mutex_lock(&lock);
  put(&kind, 1);
  put(&path_length, 4);
  put(path, path_length);
  put(&number, 8);
  put(&bytes_length, 4);
  put(bytes, length);
  pthread_mutex_unlock(&lock);
}

static void note_write(int file, const void *bytes, ssize_t done, off_t offset) {
  char path[PATH_MAX];
  if (notes < 0 || done <= 0) return;
  if (file == 1) note('S', "", 0, bytes, (size_t)done);
  else if (path_of(file, path)) note('W', path, (uint64_t)offset, bytes, (size_t)done);
}

ssize_t write(int file, const void *bytes, size_t length) {
  static ssize_t (*next)(int, const void *, size_t);
  if (!next) next = real("write");
  off_t offset = notes < 0 || file == 1 ? 0 : lseek(file, 0, SEEK_CUR);
  ssize_t done = next(file, bytes, length);
  note_write(file, bytes, done, offset);
  return done;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
  static ssize_t (*next)(int, const void *, size_t, off64_t);
  if (!next) next = real("pwrite64");
  ssize_t done = next(file, bytes, length, offset);
  note_write(file, bytes, done, offset);
  return done;
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) { return pwrite64(file, bytes, length, offset); }

/* What writes in another way would be missed: then the notes are worth nothing. */
static void never(int file) {
  char path[PATH_MAX];
  if (notes >= 0 && path_of(file, path)) abort();
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  static ssize_t (*next)(int, const struct iovec *, int);
  if (!next) next = real("writev");
  never(file);
  return next(file, parts, count);
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
  static ssize_t (*next)(int, const struct iovec *, int, off_t);
  if (!next) next = real("pwritev");
  never(file);
  return next(file, parts, count, offset);
}

int fallocate64(int file, int mode, off64_t offset, off64_t length) {
  static int (*next)(int, int, off64_t, off64_t);
  if (!next) next = real("fallocate64");
  never(file);
  return next(file, mode, offset, length);
}

static int synced(const char *name, int file) {
  char path[PATH_MAX];
  int (*next)(int) = real(name);
  int done = next(file);
  if (notes >= 0 && done == 0 && path_of(file, path)) note('F', path, 0, "", 0);
  return done;
}

int fsync(int file) { return synced("fsync", file); }
int fdatasync(int file) { return synced("fdatasync", file); }

int ftruncate64(int file, off64_t length) {
  static int (*next)(int, off64_t);
  char path[PATH_MAX];
  if (!next) next = real("ftruncate64");
  int done = next(file, length);
  if (notes >= 0 && done == 0 && path_of(file, path)) note('T', path, (uint64_t)length, "", 0);
  return done;
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

/* A new name, or a file that is emptied as it is opened. */
static void note_open(const char *path, int flags, int file, int was_there) {
  if (notes < 0 || file < 0 || !is_within(path)) return;
  if ((flags & O_CREAT) && !was_there) note('C', path, 0, "", 0);
  else if (flags & O_TRUNC) note('T', path, 0, "", 0);
}

static int open_as(const char *name, const char *path, int flags, mode_t mode) {
  struct stat found;
  int was_there = notes < 0 || !is_within(path) || stat(path, &found) == 0;
  int (*next)(const char *, int, ...) = real(name);
  int file = next(path, flags, mode);
  note_open(path, flags, file, was_there);
  return file;
}

#define MODE(flags)                                \
  mode_t mode = 0;                                 \
  if ((flags) & (O_CREAT | O_TMPFILE)) {           \
    va_list rest;                                  \
    va_start(rest, flags);                         \
    mode = (mode_t)va_arg(rest, int);              \
    va_end(rest);                                  \
  }

int open(const char *path, int flags, ...) {
  MODE(flags)
  return open_as("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE(flags)
  return open_as("open64", path, flags, mode);
}

int unlink(const char *path) {
  static int (*next)(const char *);
  if (!next) next = real("unlink");
  int done = next(path);
  if (notes >= 0 && done == 0 && is_within(path)) note('U', path, 0, "", 0);
  return done;
}

int rename(const char *from, const char *to) {
  static int (*next)(const char *, const char *);
  if (!next) next = real("rename");
  int done = next(from, to);
  if (notes >= 0 && done == 0 && is_within(from)) note('R', from, 0, to, strlen(to));
  return done;
}
