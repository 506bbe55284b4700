package dev.plumbline.detectors.window;

import java.util.Arrays;

/** Counts per small number, in two flat arrays: a map object per principal would be most of the memory. */
final class IntCounts {
    private static final int EMPTY = -1;

    private int[] keys = new int[8];
    private int[] counts = new int[8];
    private int distinct;
    private long total;

    IntCounts() {
        Arrays.fill(keys, EMPTY);
    }

    void add(int key, int count) {
        int place = place(keys, key);
        if (keys[place] == EMPTY) {
            keys[place] = key;
            distinct++;
        }
        counts[place] += count;
        total += count;
        if (distinct * 2 > keys.length) {
            grow();
        }
    }

    int get(int key) {
        int place = place(keys, key);
        return keys[place] == EMPTY ? 0 : counts[place];
    }

    int distinct() {
        return distinct;
    }

    long total() {
        return total;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int place = place(keys, oldKeys[i]);
                keys[place] = oldKeys[i];
                counts[place] = oldCounts[i];
            }
        }
    }

    private static int place(int[] keys, int key) {
        int mask = keys.length - 1;
        int place = (key * 0x9E3779B9 >>> 7) & mask;
        while (keys[place] != EMPTY && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
