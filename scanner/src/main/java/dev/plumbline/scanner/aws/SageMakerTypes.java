package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.SAGEMAKER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.DescribeDomainResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeFeatureGroupResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeModelResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeNotebookInstanceResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DomainDetails;
import software.amazon.awssdk.services.sagemaker.model.EndpointConfigSummary;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.FeatureGroupSummary;
import software.amazon.awssdk.services.sagemaker.model.ListDomainsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointConfigsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListFeatureGroupsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListModelsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListNotebookInstancesResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.ModelSummary;
import software.amazon.awssdk.services.sagemaker.model.NotebookInstanceSummary;
import software.amazon.awssdk.services.sagemaker.model.SortBy;
import software.amazon.awssdk.services.sagemaker.model.SortOrder;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/** SageMaker: where models are made from data and served, under which keys and in which networks. */
final class SageMakerTypes {
    /** SageMaker has one code for what is wrong with a request, and for what is not there. */
    private static final String GONE = "ValidationException: Could not find";

    private static final int RECENT_JOBS = 100;

    private SageMakerTypes() {}

    static List<AwsType<?>> all() {
        return List.of(
                domain(), endpoint(), endpointConfig(), featureGroup(), model(), notebookInstance(), trainingJob());
    }

    private static AwsType<?> domain() {
        return SAGEMAKER
                .type("aws.sagemaker.domain")
                .list(
                        "ListDomains",
                        (sageMaker, token) -> sageMaker.listDomains(r -> r.nextToken(token)),
                        ListDomainsResponse::nextToken,
                        ListDomainsResponse::domains)
                .id(DomainDetails::domainArn)
                .name(DomainDetails::domainName)
                .goneIf("ResourceNotFound")
                .describe(
                        "DescribeDomain",
                        DescribeDomainResponse::builder,
                        (sageMaker, domain) -> sageMaker.describeDomain(r -> r.domainId(domain.domainId())))
                .askPages("ListTags", SageMakerTypes::tags, ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    private static AwsType<?> endpoint() {
        return SAGEMAKER
                .type("aws.sagemaker.endpoint")
                .list(
                        "ListEndpoints",
                        (sageMaker, token) ->
                                sageMaker.listEndpoints(r -> r.maxResults(100).nextToken(token)),
                        ListEndpointsResponse::nextToken,
                        ListEndpointsResponse::endpoints)
                .id(EndpointSummary::endpointArn)
                .name(EndpointSummary::endpointName)
                .goneIf(GONE)
                .describe(
                        "DescribeEndpoint",
                        DescribeEndpointResponse::builder,
                        (sageMaker, endpoint) ->
                                sageMaker.describeEndpoint(r -> r.endpointName(endpoint.endpointName())))
                .askPages("ListTags", SageMakerTypes::tags, ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    private static AwsType<?> endpointConfig() {
        return SAGEMAKER
                .type("aws.sagemaker.endpointconfig")
                .list(
                        "ListEndpointConfigs",
                        (sageMaker, token) -> sageMaker.listEndpointConfigs(
                                r -> r.maxResults(100).nextToken(token)),
                        ListEndpointConfigsResponse::nextToken,
                        ListEndpointConfigsResponse::endpointConfigs)
                .id(EndpointConfigSummary::endpointConfigArn)
                .name(EndpointConfigSummary::endpointConfigName)
                .goneIf(GONE)
                .describe(
                        "DescribeEndpointConfig",
                        DescribeEndpointConfigResponse::builder,
                        (sageMaker, config) -> sageMaker.describeEndpointConfig(
                                r -> r.endpointConfigName(config.endpointConfigName())))
                .askPages("ListTags", SageMakerTypes::tags, ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    private static AwsType<?> featureGroup() {
        return SAGEMAKER
                .type("aws.sagemaker.featuregroup")
                .list(
                        "ListFeatureGroups",
                        (sageMaker, token) -> sageMaker.listFeatureGroups(
                                r -> r.maxResults(100).nextToken(token)),
                        ListFeatureGroupsResponse::nextToken,
                        ListFeatureGroupsResponse::featureGroupSummaries)
                .id(FeatureGroupSummary::featureGroupArn)
                .name(FeatureGroupSummary::featureGroupName)
                .goneIf("ResourceNotFound")
                // The names of features come in pages of 2,500, of which one is enough.
                .describe(
                        "DescribeFeatureGroup",
                        DescribeFeatureGroupResponse::builder,
                        (sageMaker, group) ->
                                sageMaker
                                        .describeFeatureGroup(r -> r.featureGroupName(group.featureGroupName()))
                                        .toBuilder()
                                        .nextToken(null)
                                        .build())
                .askPages("ListTags", SageMakerTypes::tags, ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    private static AwsType<?> model() {
        return SAGEMAKER
                .type("aws.sagemaker.model")
                .list(
                        "ListModels",
                        (sageMaker, token) ->
                                sageMaker.listModels(r -> r.maxResults(100).nextToken(token)),
                        ListModelsResponse::nextToken,
                        ListModelsResponse::models)
                .id(ModelSummary::modelArn)
                .name(ModelSummary::modelName)
                .goneIf(GONE)
                .describe(
                        "DescribeModel",
                        DescribeModelResponse::builder,
                        (sageMaker, model) -> sageMaker.describeModel(r -> r.modelName(model.modelName())))
                .askPages("ListTags", SageMakerTypes::tags, ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    private static AwsType<?> notebookInstance() {
        return SAGEMAKER
                .type("aws.sagemaker.notebookinstance")
                .list(
                        "ListNotebookInstances",
                        (sageMaker, token) -> sageMaker.listNotebookInstances(
                                r -> r.maxResults(100).nextToken(token)),
                        ListNotebookInstancesResponse::nextToken,
                        ListNotebookInstancesResponse::notebookInstances)
                .id(NotebookInstanceSummary::notebookInstanceArn)
                .name(NotebookInstanceSummary::notebookInstanceName)
                .goneIf("ValidationException: RecordNotFound")
                .describe(
                        "DescribeNotebookInstance",
                        DescribeNotebookInstanceResponse::builder,
                        (sageMaker, notebook) -> sageMaker.describeNotebookInstance(
                                r -> r.notebookInstanceName(notebook.notebookInstanceName())))
                .askPages("ListTags", SageMakerTypes::tags, ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    /** Jobs are never deleted: of the thousands that gather, the youngest tell what data goes into models now. */
    private static AwsType<?> trainingJob() {
        return SAGEMAKER
                .type("aws.sagemaker.trainingjob")
                .list(
                        "ListTrainingJobs",
                        sageMaker -> sageMaker
                                .listTrainingJobs(r -> r.sortBy(SortBy.CREATION_TIME)
                                        .sortOrder(SortOrder.DESCENDING)
                                        .maxResults(RECENT_JOBS))
                                .trainingJobSummaries())
                .id(TrainingJobSummary::trainingJobArn)
                .name(TrainingJobSummary::trainingJobName)
                .goneIf("ResourceNotFound")
                .describe(
                        "DescribeTrainingJob",
                        DescribeTrainingJobResponse::builder,
                        (sageMaker, job) ->
                                sageMaker.describeTrainingJob(r -> r.trainingJobName(job.trainingJobName())))
                .askPages("ListTags", SageMakerTypes::tags, ListTagsResponse::nextToken)
                .tags()
                .build();
    }

    private static ListTagsResponse tags(SageMakerClient sageMaker, Object thing, String arn, @Nullable String token) {
        return sageMaker.listTags(r -> r.resourceArn(arn).nextToken(token));
    }
}
