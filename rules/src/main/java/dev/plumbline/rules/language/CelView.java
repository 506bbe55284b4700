package dev.plumbline.rules.language;

import dev.cel.common.values.NullValue;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A configuration tree as CEL wants to see it: JSON null is CEL's own null (a Java null would count as unknown), whole
 * numbers are longs. A view and no copy: a rule touches few members of a tree that may be large.
 */
final class CelView {
    private CelView() {}

    static Object of(@Nullable Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case Map<?, ?> map -> new MapView(map);
            case List<?> list -> new ListView(list);
            case Integer whole -> Long.valueOf(whole);
            case Float fraction -> Double.valueOf(fraction);
            default -> value;
        };
    }

    /** The other way round, for our functions, which take trees as collectors build them. */
    static @Nullable Object unwrapped(Object value) {
        return switch (value) {
            case NullValue nothing -> null;
            case MapView view -> view.map;
            case ListView view -> view.list;
            default -> value;
        };
    }

    private static final class MapView extends AbstractMap<Object, Object> {
        private final Map<?, ?> map;

        MapView(Map<?, ?> map) {
            this.map = map;
        }

        @Override
        @SuppressWarnings("NullAway") // Map.get answers null for an absent key; JSpecify's map cannot say so here
        public Object get(@Nullable Object key) {
            Object value = map.get(key);
            return value == null && !map.containsKey(key) ? null : of(value);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return map.containsKey(key);
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<Object, Object>> iterator() {
                    Iterator<? extends Entry<?, ?>> entries = map.entrySet().iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return entries.hasNext();
                        }

                        @Override
                        public Entry<Object, Object> next() {
                            Entry<?, ?> entry = entries.next();
                            return Map.entry(entry.getKey(), of(entry.getValue()));
                        }
                    };
                }

                @Override
                public int size() {
                    return map.size();
                }
            };
        }
    }

    private static final class ListView extends AbstractList<Object> implements RandomAccess {
        private final List<?> list;

        ListView(List<?> list) {
            this.list = list;
        }

        @Override
        public Object get(int index) {
            return of(list.get(index));
        }

        @Override
        public int size() {
            return list.size();
        }
    }
}
