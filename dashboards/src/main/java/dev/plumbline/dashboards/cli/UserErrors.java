package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.config.ConfigurationException;
import dev.plumbline.detectors.alert.EventRuleException;
import dev.plumbline.detectors.log.LogProblemException;
import dev.plumbline.rules.language.InvalidRulesException;
import dev.plumbline.scanner.collect.ProviderAccessException;
import dev.plumbline.scanner.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns an exception into the one sentence that helps, and the exit code that goes with it. */
final class UserErrors {
    private UserErrors() {}

    static int report(Exception failure, CommandLine command, boolean debug) {
        Optional<String> sentence = sentence(failure);
        String name = command.getCommandSpec().root().name();
        command.getErr()
                .println(command.getColorScheme()
                        .errorText(name + ": "
                                + sentence.orElseGet(() -> "internal error (%s). Run again with --debug and report it."
                                        .formatted(failure))));
        if (debug) {
            failure.printStackTrace(command.getErr());
        }
        return sentence.isPresent() ? ExitCode.USAGE : ExitCode.INTERNAL;
    }

    /** A command line that cannot be understood: one sentence, and where to read on. */
    static int usage(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String similar = failure instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? " Did you mean %s?".formatted(String.join(" or ", unmatched.getSuggestions()))
                : "";
        command.getErr()
                .println(command.getColorScheme()
                        .errorText("%s: %s.%s See: %s --help"
                                .formatted(
                                        command.getCommandSpec().root().name(),
                                        failure.getMessage(),
                                        similar,
                                        command.getCommandSpec().qualifiedName())));
        return ExitCode.USAGE;
    }

    /** Empty if the failure is none a user could have caused. */
    static Optional<String> sentence(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> Optional.empty();
            case UserException user -> Optional.ofNullable(user.getMessage());
            case ConfigurationException configuration -> Optional.ofNullable(configuration.getMessage());
            case InvalidRulesException rules -> Optional.ofNullable(rules.getMessage());
            case ProviderAccessException access -> Optional.ofNullable(access.getMessage());
            case LogProblemException logs -> Optional.ofNullable(logs.getMessage());
            case EventRuleException rule -> Optional.ofNullable(rule.getMessage());
            case StoreException store -> Optional.ofNullable(store.getMessage());
            case UncheckedIOException unchecked -> sentence(unchecked.getCause());
            case NoSuchFileException missing -> Optional.of("no such file: %s".formatted(missing.getFile()));
            case AccessDeniedException denied ->
                Optional.of("cannot access %s: permission denied".formatted(denied.getFile()));
            case FileAlreadyExistsException exists -> Optional.of("%s exists already".formatted(exists.getFile()));
            case NotDirectoryException file -> Optional.of("%s is no folder".formatted(file.getFile()));
            case BindException taken ->
                Optional.of("the port is in use or may not be bound (%s): choose another with --port"
                        .formatted(taken.getMessage()));
            case IOException io -> Optional.of("cannot read or write: " + io.getMessage());
            default -> Optional.empty();
        };
    }
}
