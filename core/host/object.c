/* SPDX-License-Identifier: MIT
 * dlopen runs a file's constructors, so a file for another ABI must be known as
 * such before.  The ABI words are the first members of a constant symbol: they
 * need no relocation and stand in the file as they will stand in memory.  We find
 * the dynamic symbol table among the sections, the symbol in it by its name, and
 * the words through the loadable segment that holds it.  Every offset is checked
 * against the size of the file. */
#include "config.h"

#include "core/host/object.h"

#include <elf.h>
#include <link.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <galley/plugin.h>

typedef struct object {
    const unsigned char *bytes;
    size_t size;
    ElfW(Ehdr) head;
} object;

static bool copy_out(const object *file, uint64_t offset, void *out, size_t size)
{
    if (offset > file->size || size > file->size - offset)
        return false;
    memcpy(out, file->bytes + offset, size);
    return true;
}

static bool is_shared_object(object *file)
{
    static const unsigned char class_of[] = { [4] = ELFCLASS32, [8] = ELFCLASS64 };
    return copy_out(file, 0, &file->head, sizeof file->head) && memcmp(file->head.e_ident, ELFMAG, SELFMAG) == 0 &&
           file->head.e_ident[EI_CLASS] == class_of[sizeof(void *)] && file->head.e_type == ET_DYN;
}

static bool section_at(const object *file, size_t index, ElfW(Shdr) * out)
{
    return index < file->head.e_shnum && file->head.e_shentsize == sizeof *out &&
           copy_out(file, file->head.e_shoff + index * sizeof *out, out, sizeof *out);
}

static bool name_is(const object *file, const ElfW(Shdr) * names, uint64_t name, const char *wanted)
{
    char found[sizeof GALLEY_PLUGIN_SYMBOL];
    return name < names->sh_size && copy_out(file, names->sh_offset + name, found, sizeof found) &&
           memcmp(found, wanted, sizeof found) == 0;
}

static bool find_in_table(const object *file, const ElfW(Shdr) * table, ElfW(Sym) * out)
{
    ElfW(Shdr) names;
    if (!section_at(file, table->sh_link, &names))
        return false;
    for (uint64_t at = 0; at + sizeof *out <= table->sh_size; at += sizeof *out) {
        if (!copy_out(file, table->sh_offset + at, out, sizeof *out))
            return false;
        if (out->st_shndx != SHN_UNDEF && name_is(file, &names, out->st_name, GALLEY_PLUGIN_SYMBOL))
            return true;
    }
    return false;
}

static bool find_symbol(const object *file, ElfW(Sym) * out)
{
    ElfW(Shdr) section;
    for (size_t i = 0; section_at(file, i, &section); i++)
        if (section.sh_type == SHT_DYNSYM)
            return find_in_table(file, &section, out);
    return false;
}

/* The bytes at an address, through the segment that will be mapped there. */
static bool copy_mapped(const object *file, uint64_t address, void *out, size_t size)
{
    ElfW(Phdr) segment;
    for (size_t i = 0; i < file->head.e_phnum && file->head.e_phentsize == sizeof segment; i++) {
        if (!copy_out(file, file->head.e_phoff + i * sizeof segment, &segment, sizeof segment))
            return false;
        uint64_t into = address - segment.p_vaddr;
        if (segment.p_type == PT_LOAD && address >= segment.p_vaddr && into < segment.p_filesz)
            return copy_out(file, segment.p_offset + into, out, size);
    }
    return false;
}

/* A mapped part that is not in the file would end us with SIGBUS. */
static bool is_whole(const object *file)
{
    ElfW(Phdr) segment;
    for (size_t i = 0; i < file->head.e_phnum; i++)
        if (file->head.e_phentsize != sizeof segment ||
            !copy_out(file, file->head.e_phoff + i * sizeof segment, &segment, sizeof segment) ||
            segment.p_offset > file->size || segment.p_filesz > file->size - segment.p_offset)
            return false;
    ElfW(Shdr) last;
    return file->head.e_shnum && section_at(file, file->head.e_shnum - 1u, &last);
}

static const char *examine(object *file, object_abi *out)
{
    ElfW(Sym) symbol;
    uint32_t words[2];
    if (!is_shared_object(file))
        return "is no shared object of this machine";
    if (!is_whole(file))
        return "is cut short";
    if (!find_symbol(file, &symbol))
        return "has no symbol " GALLEY_PLUGIN_SYMBOL ", so it is no plugin of galley";
    if (symbol.st_size < sizeof words || !copy_mapped(file, symbol.st_value, words, sizeof words))
        return "has a " GALLEY_PLUGIN_SYMBOL " that is no constant structure";
    *out = (object_abi){ .major = words[0], .minor = words[1] };
    return NULL;
}

const char *object_read(int fd, object_abi *out)
{
    struct stat found;
    if (fstat(fd, &found) != 0 || found.st_size <= 0)
        return "is empty";
    object file = { .size = (size_t)found.st_size };
    void *map = mmap(NULL, file.size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (map == MAP_FAILED)
        return "cannot be read";
    file.bytes = map;
    const char *fault = examine(&file, out);
    munmap(map, file.size);
    return fault;
}
