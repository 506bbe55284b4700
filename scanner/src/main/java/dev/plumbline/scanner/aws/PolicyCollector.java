package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/**
 * Managed policies, the customer's own and those of AWS that are in use, with the version in force. One call reads a
 * thousand.
 */
final class PolicyCollector implements Collector {
    private static final ResourceType TYPE = new ResourceType("aws.iam.policy");

    static final Set<String> PERMISSIONS = Set.of(AuthorizationDetails.OPERATION.permission());

    private final AwsConnection connection;
    private final Clock clock;

    PolicyCollector(AwsConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public ResourceType resourceType() {
        return TYPE;
    }

    @Override
    public Set<String> requiredPermissions() {
        return PERMISSIONS;
    }

    @Override
    public List<String> regions(Scope scope) {
        return List.of(Scope.GLOBAL);
    }

    @Override
    public Coverage collect(Scope scope, Consumer<Resource> sink) {
        Listing listing = new Listing(scope, TYPE, clock, sink);
        return listing.read(() -> AuthorizationDetails.forEachPage(
                connection,
                List.of(EntityType.LOCAL_MANAGED_POLICY, EntityType.AWS_MANAGED_POLICY),
                page -> page.policies().stream()
                        .filter(policy -> ownedByCustomer(policy) || used(policy))
                        .forEach(policy -> publish(policy, listing))));
    }

    private static boolean ownedByCustomer(ManagedPolicyDetail policy) {
        return !policy.arn().contains("::aws:");
    }

    private static boolean used(ManagedPolicyDetail policy) {
        return policy.attachmentCount() > 0 || policy.permissionsBoundaryUsageCount() > 0;
    }

    private void publish(ManagedPolicyDetail policy, Listing listing) {
        Map<String, @Nullable Object> tree = AwsJson.tree(policy);
        tree.remove("PolicyVersionList");
        Answers answers = new Answers();
        answers.spread(tree);
        policy.policyVersionList().stream()
                .filter(PolicyVersion::isDefaultVersion)
                .findFirst()
                .ifPresentOrElse(
                        version -> answers.put("PolicyVersion", Map.of("PolicyVersion", AwsJson.tree(version))),
                        () -> answers.unread("PolicyVersion", missing(policy)));
        String id = connection.place(AwsServices.IAM, Scope.GLOBAL).idOf(policy.arn());
        listing.publish(Scope.GLOBAL, id, policy.policyName(), Map.of(), answers);
    }

    private static AwsFailure missing(ManagedPolicyDetail policy) {
        return new AwsFailure(
                AuthorizationDetails.OPERATION,
                "NotListed",
                "version %s of %s is not in it".formatted(policy.defaultVersionId(), policy.arn()));
    }
}
