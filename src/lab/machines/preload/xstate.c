/*
 * Preloaded into User Mode Linux: lets its ptrace() set the floating-point state of a guest's process on CPUs whose
 * state is larger than UML knows.
 *
 * UML 6.12 keeps 2696 bytes of it (as far as AVX-512 and PKRU; arch/x86/um/user-offsets.c), and the host takes a whole
 * buffer or none: arch/x86/kernel/fpu/regset.c answers EFAULT to fewer bytes than the CPU's state has. With AMX that is
 * 11008, so every process of the guest dies ("userspace - ptrace set fp regs failed, errno = 14"). What UML does not keep
 * are AMX's tiles, which a process must request from its kernel first (arch_prctl, ARCH_REQ_XCOMP_PERM) and UML never
 * grants: marked as unused, they are of no guest's concern.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <string.h>
#include <sys/uio.h>

/* sys/ptrace.h declares ptrace with an enum that later C libraries extend. */
enum { GETREGSET = 0x4204, SETREGSET = 0x4205, X86_XSTATE = 0x202 };
/* XSAVE area: the mask of the parts in use, and AMX's two (tile configuration, tile data). */
enum { XSTATE_BV = 512 };
static const uint64_t AMX = UINT64_C(3) << 17;

static long (*next)(long, long, void *, void *);
/* UML runs its guests' processes from one thread; its kernel stacks are too small for this. */
static char whole[1 << 16] __attribute__((aligned(64)));
static size_t whole_size;

__attribute__((constructor)) static void find_next(void)
{
	next = (long (*)(long, long, void *, void *))dlsym(RTLD_NEXT, "ptrace");
}

static size_t size_of_state(long pid)
{
	struct iovec all = { .iov_base = whole, .iov_len = sizeof(whole) };
	return next(GETREGSET, pid, (void *)X86_XSTATE, &all) == 0 ? all.iov_len : 0;
}

long ptrace(long request, long pid, void *addr, void *data)
{
	const struct iovec *given = data;
	uint64_t used;

	if (request != SETREGSET || (long)addr != X86_XSTATE)
		return next(request, pid, addr, data);
	if (whole_size == 0)
		whole_size = size_of_state(pid);
	if (given->iov_len >= whole_size || given->iov_len < XSTATE_BV + sizeof(used))
		return next(request, pid, addr, data);
	memcpy(whole, given->iov_base, given->iov_len);
	memset(whole + given->iov_len, 0, whole_size - given->iov_len);
	memcpy(&used, whole + XSTATE_BV, sizeof(used));
	used &= ~AMX;
	memcpy(whole + XSTATE_BV, &used, sizeof(used));
	struct iovec padded = { .iov_base = whole, .iov_len = whole_size };
	return next(request, pid, addr, &padded);
}
