package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.config.AccountSource;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.azure.AzureSettings;
import dev.plumbline.scanner.azure.StorageAccount;
import dev.plumbline.scanner.azure.StorageCredential;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline scan azure}. */
@Command(
        name = "azure",
        description =
                "Read the blob containers of one storage account and judge them. Signs in by"
                        + " AZURE_STORAGE_CONNECTION_STRING, AZURE_STORAGE_KEY, AZURE_STORAGE_SAS_TOKEN or Azure's default chain.")
final class ScanAzureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private ScanOptions options;

    @Option(names = "--subscription", required = true, paramLabel = "ID", description = "Its subscription.")
    private String subscription = "";

    @Option(names = "--resource-group", required = true, paramLabel = "NAME", description = "Its resource group.")
    private String resourceGroup = "";

    @Option(names = "--storage-account", required = true, paramLabel = "NAME", description = "The storage account.")
    private String storageAccount = "";

    @Option(names = "--location", description = "ARM's location of it, such as westeurope.")
    private String location = StorageAccount.UNKNOWN_REGION;

    @Option(names = "--endpoint-url", paramLabel = "URL", description = "In place of the account's own blob endpoint.")
    private Optional<URI> endpoint = Optional.empty();

    @Option(names = "--save-inventory", paramLabel = "FILE", description = "Keep what was read; .gz packs it.")
    private Optional<Path> saveInventory = Optional.empty();

    @Override
    public Integer call() throws IOException {
        return new ScanRunner(options, command, Clock.systemUTC())
                .run(List.of(new AccountSource.Azure(settings())), List.of(), saveInventory);
    }

    private AzureSettings settings() {
        try {
            StorageAccount account = new StorageAccount(
                    storageAccount,
                    resourceGroup,
                    location,
                    endpoint,
                    StorageCredential.fromEnvironment(System.getenv()));
            return AzureSettings.standard(new AccountId(subscription), List.of(account));
        } catch (IllegalArgumentException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }
}
