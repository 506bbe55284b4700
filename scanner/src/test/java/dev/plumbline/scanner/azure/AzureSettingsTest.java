package dev.plumbline.scanner.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.scanner.collect.ProviderAccessException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class AzureSettingsTest {
    private static final AccountId SUBSCRIPTION = new AccountId("11111111-2222-3333-4444-555555555555");

    @Test
    void saysHowToSignInWhereNobodyIs() {
        AzureSettings settings = AzureSettings.standard(SUBSCRIPTION, List.of(StorageAccount.signedIn("acct", "rg")));
        TokenCredential nobody = context -> Mono.error(
                new ClientAuthenticationException("EnvironmentCredential authentication unavailable.\n…", null));

        assertThatThrownBy(() -> AzureScanner.requireSignIn(settings, nobody))
                .isInstanceOf(ProviderAccessException.class)
                .hasMessageContaining("az login")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aTokenNeverTravelsInTheOpen() {
        StorageAccount open =
                StorageAccount.signedIn("acct", "rg").withEndpoint(URI.create("http://127.0.0.1:10000/acct"));

        assertThatThrownBy(
                        () -> AzureScanner.open(AzureSettings.standard(SUBSCRIPTION, List.of(open)), Clock.systemUTC()))
                .isInstanceOf(ProviderAccessException.class)
                .hasMessageContaining("https");
    }

    @Test
    void aKeyThatIsNoBase64IsTheUsersErrorAndStaysSecret() {
        assertThatThrownBy(() -> new StorageCredential.SharedKey("not base64!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .contains("copy it whole")
                .doesNotContain("not base64!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Upper", "with-dash", "a/b", "twentyfivecharactersislong"})
    void refusesWhatIsNoNameOfAStorageAccount(String name) {
        assertThatThrownBy(() -> StorageAccount.signedIn(name, "rg"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 to 24");
    }

    @Test
    void refusesAnAccountNamedTwiceAndNoneAtAll() {
        StorageAccount account = StorageAccount.signedIn("acct", "rg");

        assertThatThrownBy(() -> AzureSettings.standard(SUBSCRIPTION, List.of(account, account)))
                .hasMessageContaining("acct is named twice");
        assertThatThrownBy(() -> AzureSettings.standard(SUBSCRIPTION, List.of()))
                .hasMessageContaining("at least one");
    }

    @Test
    void readsTheVariablesOfAzuresOwnCommandLine() {
        assertThat(StorageCredential.fromEnvironment(
                        Map.of("AZURE_STORAGE_KEY", "aaaa", "AZURE_STORAGE_CONNECTION_STRING", "c")))
                .isEqualTo(new StorageCredential.ConnectionString("c"));
        assertThat(StorageCredential.fromEnvironment(Map.of("AZURE_STORAGE_KEY", "aaaa")))
                .isEqualTo(new StorageCredential.SharedKey("aaaa"));
        assertThat(StorageCredential.fromEnvironment(Map.of("AZURE_STORAGE_SAS_TOKEN", "?sv=1")))
                .isEqualTo(new StorageCredential.SharedAccessSignature("?sv=1"));
        assertThat(StorageCredential.fromEnvironment(Map.of())).isEqualTo(new StorageCredential.DefaultChain());
    }

    @Test
    void noSecretShowsInText() {
        assertThat(List.of(
                        new StorageCredential.SharedKey("hush"),
                        new StorageCredential.SharedAccessSignature("hush"),
                        new StorageCredential.ConnectionString("AccountName=a;AccountKey=hush")))
                .allSatisfy(credential -> assertThat(credential.toString()).doesNotContain("hush"));
    }

    @Test
    void aConnectionStringNamesItsAccount() {
        assertThat(new StorageCredential.ConnectionString(
                                "DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=a==")
                        .accountName())
                .isEqualTo("acct");
        assertThat(new StorageCredential.ConnectionString("UseDevelopmentStorage=true").accountName())
                .isEqualTo("devstoreaccount1");
        assertThatThrownBy(() -> new StorageCredential.ConnectionString("BlobEndpoint=https://x").accountName())
                .hasMessageContaining("AccountName");
    }
}
