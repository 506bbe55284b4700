package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.collect.RequestBudgets;
import dev.plumbline.scanner.collect.Scope;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** One account with the credentials that read it, and its services, each made when first asked for. Thread-safe. */
final class AwsConnection {
    private static final AwsOffers OFFERS = AwsOffers.byNameServer();

    private final AwsClients clients;
    private final AwsCredentialsProvider credentials;
    private final CredentialPause pause;
    private final RequestBudgets budgets;
    private final Map<String, @Nullable Object> callerIdentity;
    private final AccountId account;
    private final String homeRegion;
    private final Map<Key, AwsClient<?>> made = new ConcurrentHashMap<>();
    private final Set<String> switchedOff = ConcurrentHashMap.newKeySet();

    /**
     * @param pause while they have expired
     * @param callerIdentity what STS says the credentials are: {@code Account}, {@code Arn}, {@code UserId}
     * @param homeRegion where questions about the account as a whole are asked
     */
    AwsConnection(
            AwsClients clients,
            AwsCredentialsProvider credentials,
            CredentialPause pause,
            RequestBudgets budgets,
            Map<String, @Nullable Object> callerIdentity,
            String homeRegion) {
        this.clients = clients;
        this.credentials = credentials;
        this.pause = pause;
        this.budgets = budgets;
        this.callerIdentity = Map.copyOf(callerIdentity);
        this.account = new AccountId(String.valueOf(callerIdentity.get("Account")));
        this.homeRegion = homeRegion;
    }

    AccountId account() {
        return account;
    }

    String homeRegion() {
        return homeRegion;
    }

    Map<String, @Nullable Object> callerIdentity() {
        return callerIdentity;
    }

    /** {@code aws}, or the partition of its own that the account is in, such as {@code aws-us-gov}. */
    String partition() {
        String[] arn = String.valueOf(callerIdentity.get("Arn")).split(":", 3);
        return arn.length == 3 ? arn[1] : "aws";
    }

    /** Names the region of a service's endpoint: of a global one its home, whichever was asked for. */
    AwsPlace place(AwsService<?> service, String region) {
        return new AwsPlace(
                partition(),
                service.global() ? service.home(partition()).orElse(homeRegion) : realRegion(region),
                account.value());
    }

    /** @param region one of AWS's, or {@link Scope#GLOBAL} for the one where questions of the whole account are asked */
    @SuppressWarnings("unchecked") // a service's clients are all of its own type
    <C> AwsClient<C> client(AwsService<C> service, String region) {
        String where = place(service, region).region();
        return (AwsClient<C>) made.computeIfAbsent(
                new Key(service.name(), where),
                key -> clients.client(
                                service,
                                where,
                                credentials,
                                budgets.of(
                                        Cloud.AWS,
                                        account,
                                        service.endpoint(),
                                        service.global() ? Scope.GLOBAL : where))
                        .outlasting(pause));
    }

    /** Whether a service is where it would be asked; where an endpoint is set, it is. */
    boolean offers(AwsService<?> service, String region) {
        String where = place(service, region).region();
        return !switchedOff.contains(where) && (clients.overridden(service) || OFFERS.offered(service, where));
    }

    /**
     * Whether a call was refused because the account has not enabled the region. AWS then denies knowing credentials
     * that are good elsewhere, so the account's home is asked whether they still are.
     */
    boolean switchedOff(String region, AwsFailure failure) {
        if (!failure.credentialsUnknown() || region.equals(Scope.GLOBAL) || region.equals(homeRegion)) {
            return false;
        }
        if (!switchedOff.contains(region) && signedIn()) {
            switchedOff.add(region);
        }
        return switchedOff.contains(region);
    }

    private boolean signedIn() {
        try {
            client(AwsServices.STS, homeRegion).call(AwsIdentity.GET_CALLER_IDENTITY, sts -> sts.getCallerIdentity());
            return true;
        } catch (AwsFailure failure) {
            return false;
        }
    }

    /** A service that is asked once for the account. */
    <C> AwsClient<C> client(AwsService<C> service) {
        return client(service, Scope.GLOBAL);
    }

    private String realRegion(String region) {
        return region.equals(Scope.GLOBAL) ? homeRegion : region;
    }

    private record Key(String service, String region) {}
}
