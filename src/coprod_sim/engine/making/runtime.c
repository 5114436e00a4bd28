/* What numba's code asks of its runtime, for a machine without one.

   Memory is taken from one end and given back all at once: note `mark`, call, `release`. Nothing is counted
   and nothing is raised: the code compiled here raises nothing, and its tests compare every bit. */

typedef unsigned char byte;
typedef unsigned long word;
typedef struct { word count; void (*end)(void *, word, void *); void *more; void *data; word size; void *outside; } Block;

extern byte __heap_base;
static word top;

static void *take(word size, word step) {
    if (!top) top = (word)&__heap_base;
    word at = (top + step - 1) / step * step, have = __builtin_wasm_memory_size(0) * 65536UL;
    if (at + size > have) {
        word pages = (at + size - have + 65535) / 65536;
        if (__builtin_wasm_memory_grow(0, pages) == (word)-1) __builtin_trap();
    }
    top = at + size;
    return (void *)at;
}

static Block *block(word size, word step) {
    Block *made = take(sizeof(Block), 16);
    made->count = 1, made->end = 0, made->more = 0, made->size = size, made->outside = 0;
    made->data = take(size, step < 16 ? 16 : step);
    return made;
}

unsigned mark(void) { return (unsigned)(word)take(0, 1); }
void release(unsigned place) { top = place; }
unsigned alloc(unsigned size) { return (unsigned)(word)take(size, 64); }

void *NRT_Allocate(word size) { return take(size, 16); }
void NRT_Free(void *place) {}
Block *NRT_MemInfo_alloc(word size) { return block(size, 16); }
Block *NRT_MemInfo_alloc_aligned(word size, unsigned step) { return block(size, step); }
Block *NRT_MemInfo_new_varsize_dtor(word size, void *end) { return block(size, 16); }
void NRT_MemInfo_call_dtor(Block *gone) {}

void *memset(void *to, int value, word size) { return __builtin_memset(to, value, size); }
void *memcpy(void *to, const void *from, word size) { return __builtin_memcpy(to, from, size); }

void *NRT_MemInfo_varsize_realloc(Block *grown, word size) {
    void *data = take(size, 16);
    memcpy(data, grown->data, grown->size < size ? grown->size : size);
    grown->data = data, grown->size = size;
    return data;
}

byte countdown(void *count, long by, int kind) { return 0; }

/* All arrays here lie in one piece, so a new shape only needs new steps; numba has compared the sizes. */
int numba_attempt_nocopy_reshape(long axes, const long *shape, const long *steps, long new_axes,
                                 const long *new_shape, long *new_steps, long size, int fortran) {
    for (long k = new_axes - 1; k >= 0; size *= new_shape[k], k--) new_steps[k] = size;
    return 1;
}

/* Python's errors: named in numba's code, never reached. */
void *PyExc_RuntimeError;
void PyErr_SetString(void *kind, const char *text) { __builtin_trap(); }
void *PyUnicode_FromKindAndData(int kind, const void *text, long size) { __builtin_trap(); }
long PyObject_Hash(void *object) { __builtin_trap(); }
void *PyTuple_Pack(long size, ...) { __builtin_trap(); }
double log10(double x) { __builtin_trap(); }

/* 64 by 64 bits into 128, which WebAssembly has no instruction for. */
void __multi3(word *out, word low_a, word high_a, word low_b, word high_b) {
    word a = low_a & 0xffffffff, b = low_a >> 32, c = low_b & 0xffffffff, d = low_b >> 32;
    word ac = a * c, ad = a * d, bc = b * c;
    word middle = (ac >> 32) + (ad & 0xffffffff) + (bc & 0xffffffff);
    out[0] = (ac & 0xffffffff) | (middle << 32);
    out[1] = b * d + (ad >> 32) + (bc >> 32) + (middle >> 32) + low_a * high_b + high_a * low_b;
}
