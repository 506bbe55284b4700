package dev.plumbline.detectors.window;

/** What is known of one principal, or of a group of peers, from the hours before the one being judged. */
final class Profile {
    static final int SLOTS = 48;

    private static final double VOLUME_WEIGHT = 1.0 / 400;
    /** News are many at first and few later: the usual measure of them has to follow. */
    private static final double NEWS_WEIGHT = 1.0 / 25;

    final IntCounts actions = new IntCounts();
    final IntCounts stores = new IntCounts();
    final IntCounts networks = new IntCounts();
    final IntCounts agents = new IntCounts();
    final IntCounts slots = new IntCounts();
    final Volume[] volumes = new Volume[HourVolumes.SIZE];
    final Volume[] news = new Volume[HourNews.SIZE];
    final Volume actionSurprise = new Volume(NEWS_WEIGHT);
    final Volume storeSurprise = new Volume(NEWS_WEIGHT);
    final Volume hourSurprise = new Volume(NEWS_WEIGHT);
    int hours;
    long firstHour = Long.MAX_VALUE;

    Profile() {
        for (int i = 0; i < volumes.length; i++) {
            volumes[i] = new Volume(VOLUME_WEIGHT);
        }
        for (int i = 0; i < news.length; i++) {
            news[i] = new Volume(NEWS_WEIGHT);
        }
    }

    /** Days since the first hour, as of an hour. */
    double age(long hour) {
        return hours == 0 ? 0 : (hour - firstHour) / 24.0;
    }

    /** @param found against the principal's own profile, also where this is that of a group */
    void learn(PrincipalHour window, HourVolumes now, HourNews found) {
        hours++;
        for (int i = 0; i < news.length; i++) {
            news[i].add(found.get(i));
        }
        firstHour = Math.min(firstHour, window.hour);
        slots.add(slotOf(window.hour), 1);
        for (int i = 0; i < volumes.length; i++) {
            volumes[i].add(now.get(i));
        }
        for (Cell cell : window.cellsHeld()) {
            // One busy hour must not outweigh all quiet ones: counts enter by their logarithm.
            int weight = 1 + (int) (2 * Math.log(cell.count));
            actions.add(cell.action, weight);
            networks.add(cell.network, weight);
            agents.add(cell.agent, weight);
            if (cell.store != Cell.NO_STORE) {
                stores.add(cell.store, weight);
            }
        }
    }

    /** Hour of the day, weekdays and weekends apart. */
    static int slotOf(long hour) {
        long day = Math.floorDiv(hour, 24);
        int weekday = (int) Math.floorMod(day + 3, 7L); // day 0, 1 January 1970, was a Thursday; Monday is 0
        return (int) Math.floorMod(hour, 24L) + (weekday >= 5 ? 24 : 0);
    }
}
