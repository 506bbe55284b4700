package dev.plumbline.dashboards.cli;

/** What the process answers; pipelines depend on these numbers, so they never change their meaning. */
final class ExitCode {
    static final int CLEAN = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int INCOMPLETE = 3;
    static final int NOTHING_READ = 4;
    /** A fault of ours: BSD's EX_SOFTWARE, so that no pipeline takes it for a finding. */
    static final int INTERNAL = 70;

    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
