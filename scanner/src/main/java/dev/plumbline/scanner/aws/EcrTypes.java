package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.ECR;

import java.util.List;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.Repository;

/** ECR: repositories of images, and the registry that holds those of a region. */
final class EcrTypes {
    private EcrTypes() {}

    static List<AwsType<?>> all() {
        return List.of(repository(), region());
    }

    private static AwsType<?> repository() {
        return ECR.type("aws.ecr.repository")
                .list(
                        "DescribeRepositories",
                        (ecr, token) -> ecr.describeRepositories(
                                r -> r.maxResults(1_000).nextToken(token)),
                        DescribeRepositoriesResponse::nextToken,
                        DescribeRepositoriesResponse::repositories)
                .id(Repository::repositoryArn)
                .name(Repository::repositoryName)
                .goneIf("RepositoryNotFoundException")
                .ask(
                        "GetRepositoryPolicy",
                        (ecr, repository) ->
                                ecr.getRepositoryPolicy(r -> r.repositoryName(repository.repositoryName())),
                        question -> question.orNone("RepositoryPolicyNotFoundException"))
                .ask(
                        "GetLifecyclePolicy",
                        (ecr, repository) -> ecr.getLifecyclePolicy(r -> r.repositoryName(repository.repositoryName())),
                        question -> question.orNone("LifecyclePolicyNotFoundException"))
                .ask(
                        "ListTagsForResource",
                        (ecr, repository) -> ecr.listTagsForResource(r -> r.resourceArn(repository.repositoryArn())))
                .tags()
                .build();
    }

    private static AwsType<?> region() {
        return ECR.type("aws.ecr.region")
                .settings()
                .ask(
                        "GetRegistryPolicy",
                        (ecr, place) -> ecr.getRegistryPolicy(r -> {}),
                        question -> question.orNone("RegistryPolicyNotFoundException"))
                .ask("GetRegistryScanningConfiguration", (ecr, place) -> ecr.getRegistryScanningConfiguration(r -> {}))
                .ask("DescribeRegistry", (ecr, place) -> ecr.describeRegistry(r -> {}))
                .build();
    }
}
