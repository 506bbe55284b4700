package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.Build;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"plumbline " + Build.version(), "JDK " + Runtime.version()};
    }
}
