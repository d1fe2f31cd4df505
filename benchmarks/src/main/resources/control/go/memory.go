package main

/*
#define _GNU_SOURCE
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Whether malloc is glibc's: another allocator may have been preloaded.
static int glibc_allocates(void) {
  const size_t bytes = 50000;
  struct mallinfo2 before = mallinfo2();
  void *volatile block = malloc(bytes);
  struct mallinfo2 after = mallinfo2();
  free(block);
  return after.uordblks + after.hblkhd >= before.uordblks + before.hblkhd + bytes;
}

static int count_arenas(void) {
  char *text = NULL;
  size_t length = 0;
  int arenas = 0;
  FILE *stream = open_memstream(&text, &length);
  if (stream != NULL) {
    malloc_info(0, stream);
    fclose(stream);
    for (const char *at = text; (at = strstr(at, "<heap nr=")) != NULL; at++) {
      arenas++;
    }
  }
  free(text);
  return arenas;
}
*/
import "C"

import (
	"encoding/json"
	"os"
	"runtime"
)

// memory is what the process knows of itself; what is unknown is left out.
type memory struct {
	ID json.RawMessage `json:"id"`
	*allocator
	HeapKiB uint64 `json:"heapKiB"`
	Threads int    `json:"threads,omitempty"`
}

// allocator is what glibc knows; nil if another allocator was preloaded.
type allocator struct {
	LiveKiB      uint64 `json:"liveKiB"`
	FreeKiB      uint64 `json:"freeKiB"`
	MappedKiB    uint64 `json:"mappedKiB"`
	MappedChunks uint64 `json:"mappedChunks"`
	Arenas       int    `json:"arenas"`
}

func readMemory(id json.RawMessage) memory {
	var statistics runtime.MemStats
	runtime.ReadMemStats(&statistics)
	reading := memory{ID: id, HeapKiB: statistics.HeapAlloc / 1024}
	if C.glibc_allocates() != 0 {
		all := C.mallinfo2()
		reading.allocator = &allocator{
			LiveKiB:      uint64(all.uordblks+all.hblkhd) / 1024,
			FreeKiB:      uint64(all.fordblks) / 1024,
			MappedKiB:    uint64(all.hblkhd) / 1024,
			MappedChunks: uint64(all.hblks),
			Arenas:       int(C.count_arenas()),
		}
	}
	if tasks, err := os.ReadDir("/proc/self/task"); err == nil {
		reading.Threads = len(tasks)
	}
	return reading
}

func trim() {
	C.malloc_trim(0)
}
