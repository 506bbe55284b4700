package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.config.AccountSource;
import dev.plumbline.dashboards.config.Accounts;
import dev.plumbline.dashboards.config.OpenAccount;
import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.ProviderAccessException;
import dev.plumbline.scanner.scan.LiveEstate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads accounts live, several at once: one that cannot be read is a gap in the coverage, and stops none of the others. */
final class AccountsReader {
    /** Each has a bound of its own on the parts that are read at once, so that one that waits holds up no other. */
    private static final int ACCOUNTS_AT_ONCE = 8;

    private final Accounts accounts;
    private final LiveEstate estate;
    private final AccountsProgress progress;

    AccountsReader(Accounts accounts, LiveEstate estate, AccountsProgress progress) {
        this.accounts = accounts;
        this.estate = estate;
        this.progress = progress;
    }

    /**
     * Returns when all have been read as far as they can be.
     *
     * @param only whether there is nothing to judge besides: then what keeps the one account from being read is the error
     * @throws IOException if what is read cannot be kept, or another scan is reading the same
     */
    void read(List<AccountSource> sources, boolean only) throws IOException {
        boolean one = only && sources.size() == 1;
        List<AccountSource> single = new ArrayList<>();
        for (AccountSource source : sources) {
            orUnreachable(source, one, () -> single.addAll(accounts.expand(source)));
        }
        progress.expect(single.size());
        try {
            Fanout.forEach(
                    single,
                    ACCOUNTS_AT_ONCE,
                    source -> orUnreachable(source, one && single.size() == 1, () -> read(source)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void orUnreachable(AccountSource source, boolean one, Runnable reading) {
        try {
            reading.run();
        } catch (ProviderAccessException e) {
            if (one) {
                throw e;
            }
            estate.unreachable(source.cloud(), source.account(), String.valueOf(e.getMessage()));
        }
    }

    private void read(AccountSource source) {
        try (OpenAccount account = accounts.connect(source)) {
            estate.collect(account.target());
            progress.ended(account.target().scope().account());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
