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
import software.amazon.awssdk.services.iam.model.RoleDetail;

/** IAM roles: who may assume them, what they may do, when they were last used. One call reads a thousand. */
final class RoleCollector implements Collector {
    private static final ResourceType TYPE = new ResourceType("aws.iam.role");

    static final Set<String> PERMISSIONS = Set.of(AuthorizationDetails.OPERATION.permission());

    private final AwsConnection connection;
    private final Clock clock;

    RoleCollector(AwsConnection connection, Clock clock) {
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
                List.of(EntityType.ROLE),
                page -> page.roleDetailList().forEach(role -> publish(role, listing))));
    }

    private static void publish(RoleDetail role, Listing listing) {
        Map<String, @Nullable Object> tree = AwsJson.tree(role);
        // They stand below under the names of the calls made for them.
        tree.keySet().removeAll(Set.of("RolePolicyList", "AttachedManagedPolicies", "Tags"));
        tree.putIfAbsent("RoleLastUsed", Map.of());
        Answers answers = new Answers();
        answers.spread(tree);
        answers.put("AttachedRolePolicies", Map.of("AttachedPolicies", AwsJson.trees(role.attachedManagedPolicies())));
        answers.put("RolePolicies", UserCollector.inlinePolicies(role.rolePolicyList()));
        listing.publish(Scope.GLOBAL, role.arn(), role.roleName(), AwsTags.of(AwsJson.trees(role.tags())), answers);
    }
}
