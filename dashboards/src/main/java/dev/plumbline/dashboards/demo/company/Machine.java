package dev.plumbline.dashboards.demo.company;

/**
 * A program that acts on its own.
 *
 * @param name of the user, role or service account it runs as
 * @param longTermKey whether it holds an access key, not a role
 * @param address where its calls come from
 */
public record Machine(String name, Duty duty, Team team, CloudAccount account, boolean longTermKey, String address) {
    public enum Duty {
        /** Reads and writes whole sets, once a night. */
        BATCH,
        /** Comes in bursts, when something is released. */
        DEPLOYMENT,
        /** Answers small requests all day and night. */
        SERVICE,
        /** Copies disks and stores. */
        BACKUP
    }
}
