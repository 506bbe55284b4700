package dev.plumbline.detectors.log;

/**
 * Remembers the latest events by a 64-bit mark each, in two generations of open-addressed tables: when the younger is
 * full, the older is forgotten. What was seen among the last {@code largestCapacity / 2} different marks is always
 * recognised, whether it was new then or not; what lies back further than twice as many is always new again. Tables never
 * hold more than {@code 2 * largestCapacity} places of 8 bytes.
 *
 * <p>No mark is taken for another; but two events may have one mark by chance, and the second is then left out as a
 * duplicate. That is as likely as {@code n * m / 2^64} for {@code n} events against {@code m} remembered: for ten million
 * events, all remembered, once in 400,000 readings. Marks are no defence against who may choose event ids; the clouds
 * choose them.
 */
final class RecentIds {
    private static final int FIRST_CAPACITY = 1 << 12;

    private final int largestCapacity;
    private long[] young;
    private long[] old = new long[0];
    private int count;

    /** @param largestCapacity a power of two; half of it is remembered per generation */
    RecentIds(int largestCapacity) {
        if (Integer.bitCount(largestCapacity) != 1 || largestCapacity < 2) {
            throw new IllegalArgumentException(
                    "the capacity of a memory for ids is a power of two, not " + largestCapacity);
        }
        this.largestCapacity = largestCapacity;
        this.young = new long[Math.min(largestCapacity, FIRST_CAPACITY)];
    }

    /** Whether {@code mark} is new; remembers it. */
    boolean add(long mark) {
        long key = mark == 0 ? 1 : mark; // 0 marks an empty place
        int place = place(young, key);
        if (young[place] == key) {
            return false;
        }
        boolean known = old.length > 0 && old[place(old, key)] == key;
        young[place] = key; // also if an older generation knows it: a third delivery is due as long after the second
        if (++count * 2 >= young.length) {
            makeRoom();
        }
        return !known;
    }

    private void makeRoom() {
        if (young.length >= largestCapacity) {
            old = young;
            young = new long[largestCapacity];
            count = 0;
            return;
        }
        long[] larger = new long[young.length * 2];
        for (long key : young) {
            if (key != 0) {
                larger[place(larger, key)] = key;
            }
        }
        young = larger;
    }

    private static int place(long[] table, long key) {
        int mask = table.length - 1;
        int place = (int) (key ^ (key >>> 32)) & mask;
        while (table[place] != 0 && table[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** A well-mixed 64-bit mark of some texts and a number. */
    static long markOf(String id, String action, long time) {
        return mix(hash(id, 0x9E3779B97F4A7C15L) ^ Long.rotateLeft(hash(action, 0xC2B2AE3D27D4EB4FL), 31) ^ mix(time));
    }

    private static long hash(String text, long seed) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return mix(hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
