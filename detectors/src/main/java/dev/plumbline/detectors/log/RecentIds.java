package dev.plumbline.detectors.log;

/**
 * Remembers the last several million events by a 64-bit mark, in two generations of open-addressed tables: when the
 * younger is full, the older is forgotten. Among ten million events a chance collision has odds of 1 in 400,000.
 */
final class RecentIds {
    private static final int FIRST_CAPACITY = 1 << 12;

    private final int largestCapacity;
    private long[] young = new long[FIRST_CAPACITY];
    private long[] old = new long[0];
    private int count;

    /** @param largestCapacity a power of two; half of it is remembered per generation */
    RecentIds(int largestCapacity) {
        this.largestCapacity = Math.max(largestCapacity, FIRST_CAPACITY);
    }

    /** Whether {@code mark} is new; remembers it. */
    boolean add(long mark) {
        long key = mark == 0 ? 1 : mark; // 0 marks an empty place
        if (old.length > 0 && old[place(old, key)] == key) {
            return false;
        }
        int place = place(young, key);
        if (young[place] == key) {
            return false;
        }
        young[place] = key;
        if (++count * 2 > young.length) {
            makeRoom();
        }
        return true;
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
