package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.CollectedType.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What trains, serves and asks models: SageMaker and Bedrock in their wire format. */
class ModelTypesTest {
    private static final String SAGEMAKER = "arn:aws:sagemaker:eu-west-1:111122223333:";
    private static final String BEDROCK = "arn:aws:bedrock:eu-west-1:111122223333:";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.tell(new LoopbackAws());
        aws.when(
                "sagemaker:ListTags",
                request -> request.parameter("NextToken").isEmpty()
                        ? Answer.ok("{\"Tags\": [{\"Key\": \"team\", \"Value\": \"ml\"}], \"NextToken\": \"2\"}")
                        : Answer.ok("{\"Tags\": [{\"Key\": \"data\", \"Value\": \"pii\"}]}"));
        aws.when("bedrock:ListTagsForResource", Answer.ok("{\"tags\": [{\"key\": \"team\", \"value\": \"ml\"}]}"));
        aws.when("bedrockagent:ListTagsForResource", Answer.ok("{\"tags\": {\"team\": \"ml\"}}"));
        aws.when(
                "bedrockagent:ListKnowledgeBases",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok(
                                "{\"knowledgeBaseSummaries\": [{\"knowledgeBaseId\": \"kb1\", \"name\": \"manuals\"}], \"nextToken\": \"2\"}")
                        : Answer.ok(
                                "{\"knowledgeBaseSummaries\": [{\"knowledgeBaseId\": \"kb2\", \"name\": \"mails\"}]}"));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "domain, ListDomains, Domains, Domain, DescribeDomain, HomeEfsFileSystemKmsKeyId",
        "endpoint, ListEndpoints, Endpoints, Endpoint, DescribeEndpoint, EndpointConfigName",
        "endpointconfig, ListEndpointConfigs, EndpointConfigs, EndpointConfig, DescribeEndpointConfig, KmsKeyId",
        "featuregroup, ListFeatureGroups, FeatureGroupSummaries, FeatureGroup, DescribeFeatureGroup, RoleArn",
        "model, ListModels, Models, Model, DescribeModel, ExecutionRoleArn",
        "notebookinstance, ListNotebookInstances, NotebookInstances, NotebookInstance, DescribeNotebookInstance, KmsKeyId"
    })
    void listedInPagesAndDescribedOneByOne(
            String noun, String listing, String items, String name, String describing, String member) {
        aws.when(
                "sagemaker:" + listing,
                request -> request.parameter("NextToken").isEmpty()
                        ? summary(items, name, noun, "1", ", \"NextToken\": \"2\"")
                        : summary(items, name, noun, "2", ""));
        aws.when("sagemaker:" + describing, Answer.ok("{\"%s\": \"told\"}".formatted(member)));

        CollectedType things = CollectedType.read(aws, "aws.sagemaker." + noun);

        assertThat(things.ids()).containsExactly(SAGEMAKER + noun + "/1", SAGEMAKER + noun + "/2");
        Resource thing = things.resource(SAGEMAKER + noun + "/1");
        assertThat(thing.name()).isEqualTo("name-1");
        assertThat(thing.tags()).isEqualTo(Map.of("team", "ml", "data", "pii"));
        assertThat(thing.config()).containsEntry(member, "told");
    }

    private static Answer summary(String items, String name, String noun, String id, String paging) {
        return Answer.ok("{\"%1$s\": [{\"%2$sName\": \"name-%4$s\", \"%2$sArn\": \"%6$s%3$s/%4$s\"}]%5$s}"
                .formatted(items, name, noun, id, paging, SAGEMAKER));
    }

    @Test
    void theYoungestTrainingJobsTellWhatModelsAreMadeFrom() {
        aws.when("sagemaker:ListTrainingJobs", Answer.ok("""
                {"TrainingJobSummaries": [{"TrainingJobName": "j", "TrainingJobArn": "%straining-job/j"}],
                 "NextToken": "older"}""".formatted(SAGEMAKER)));
        aws.when("sagemaker:DescribeTrainingJob", Answer.ok("""
                {"EnableNetworkIsolation": true, "InputDataConfig": [{"ChannelName": "train", "DataSource":
                 {"S3DataSource": {"S3Uri": "s3://full/people.csv"}}}]}"""));

        Resource job = CollectedType.read(aws, "aws.sagemaker.trainingjob").resource(SAGEMAKER + "training-job/j");

        assertThat(job.name()).isEqualTo("j");
        assertThat(at(job, "InputDataConfig.DataSource.S3DataSource.S3Uri")).isEqualTo("s3://full/people.csv");
        assertThat(aws.requests())
                .filteredOn(request -> request.operation().equals("ListTrainingJobs"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.parameter("SortBy")).isEqualTo("CreationTime");
                    assertThat(request.parameter("SortOrder")).isEqualTo("Descending");
                    assertThat(request.parameter("MaxResults")).isEqualTo("100");
                });
    }

    @Test
    void aRegionTellsWhetherPromptsAreLogged() {
        aws.when("bedrock:GetModelInvocationLoggingConfiguration", Answer.ok("""
                {"loggingConfig": {"s3Config": {"bucketName": "full"}, "textDataDeliveryEnabled": true}}"""));

        Resource region = CollectedType.read(aws, "aws.bedrock.region").resource(BEDROCK + "region/eu-west-1");

        assertThat(at(region, "ModelInvocationLoggingConfiguration.loggingConfig.textDataDeliveryEnabled"))
                .isEqualTo(true);
    }

    @Test
    void customModelsOfOnesOwn() {
        aws.when(
                "bedrock:ListCustomModels",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok(
                                "{\"modelSummaries\": [{\"modelArn\": \"%scustom-model/m/1\", \"modelName\": \"one\"}], \"nextToken\": \"2\"}"
                                        .formatted(BEDROCK))
                        : Answer.ok(
                                "{\"modelSummaries\": [{\"modelArn\": \"%scustom-model/m/2\", \"modelName\": \"two\"}]}"
                                        .formatted(BEDROCK)));
        aws.when("bedrock:GetCustomModel", Answer.ok("""
                {"modelKmsKeyArn": "k", "trainingDataConfig": {"s3Uri": "s3://full/train"}}"""));

        CollectedType models = CollectedType.read(aws, "aws.bedrock.custommodel");

        assertThat(models.ids()).containsExactly(BEDROCK + "custom-model/m/1", BEDROCK + "custom-model/m/2");
        Resource one = models.resource(BEDROCK + "custom-model/m/1");
        assertThat(one.name()).isEqualTo("one");
        assertThat(one.tags()).isEqualTo(Map.of("team", "ml"));
        assertThat(at(one, "trainingDataConfig.s3Uri")).isEqualTo("s3://full/train");
        assertThat(aws.requests())
                .filteredOn(request -> request.operation().equals("ListCustomModels"))
                .allSatisfy(request -> assertThat(request.parameter("isOwned")).isEqualTo("true"));
    }

    @Test
    void guardrailsWithWhatTheyMask() {
        aws.when(
                "bedrock:ListGuardrails",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok(
                                "{\"guardrails\": [{\"id\": \"g1\", \"arn\": \"%sguardrail/g1\", \"name\": \"no names\"}], \"nextToken\": \"2\"}"
                                        .formatted(BEDROCK))
                        : Answer.ok(
                                "{\"guardrails\": [{\"id\": \"g2\", \"arn\": \"%sguardrail/g2\", \"name\": \"two\"}]}"
                                        .formatted(BEDROCK)));
        aws.when("bedrock:GetGuardrail", Answer.ok("""
                {"sensitiveInformationPolicy": {"piiEntities": [{"type": "NAME", "action": "ANONYMIZE"}]}}"""));

        CollectedType guardrails = CollectedType.read(aws, "aws.bedrock.guardrail");

        assertThat(guardrails.ids()).containsExactly(BEDROCK + "guardrail/g1", BEDROCK + "guardrail/g2");
        Resource first = guardrails.resource(BEDROCK + "guardrail/g1");
        assertThat(first.name()).isEqualTo("no names");
        assertThat(first.tags()).isEqualTo(Map.of("team", "ml"));
        assertThat(at(first, "sensitiveInformationPolicy.piiEntities.action")).isEqualTo("ANONYMIZE");
    }

    @Test
    void knowledgeBasesWithTheirStorage() {
        aws.when("bedrockagent:GetKnowledgeBase", Answer.ok("""
                {"knowledgeBase": {"roleArn": "r", "storageConfiguration": {"type": "OPENSEARCH_SERVERLESS"}}}"""));

        CollectedType bases = CollectedType.read(aws, "aws.bedrock.knowledgebase");

        assertThat(bases.ids()).containsExactly(BEDROCK + "knowledge-base/kb1", BEDROCK + "knowledge-base/kb2");
        Resource manuals = bases.resource(BEDROCK + "knowledge-base/kb1");
        assertThat(manuals.name()).isEqualTo("manuals");
        assertThat(manuals.tags()).isEqualTo(Map.of("team", "ml"));
        assertThat(at(manuals, "storageConfiguration.type")).isEqualTo("OPENSEARCH_SERVERLESS");
    }

    @Test
    void dataSourcesWithinKnowledgeBases() {
        aws.when(
                "bedrockagent:ListDataSources",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok(
                                "{\"dataSourceSummaries\": [{\"dataSourceId\": \"d1\", \"name\": \"disk\"}], \"nextToken\": \"2\"}")
                        : Answer.ok("{\"dataSourceSummaries\": [{\"dataSourceId\": \"d2\", \"name\": \"wiki\"}]}"));
        aws.when("bedrockagent:GetDataSource", Answer.ok("""
                {"dataSource": {"serverSideEncryptionConfiguration": {"kmsKeyArn": "k"}}}"""));

        CollectedType sources = CollectedType.read(aws, "aws.bedrock.datasource");

        assertThat(sources.ids())
                .containsExactly(
                        BEDROCK + "knowledge-base/kb1/data-source/d1",
                        BEDROCK + "knowledge-base/kb1/data-source/d2",
                        BEDROCK + "knowledge-base/kb2/data-source/d1",
                        BEDROCK + "knowledge-base/kb2/data-source/d2");
        Resource disk = sources.resource(BEDROCK + "knowledge-base/kb2/data-source/d1");
        assertThat(disk.name()).isEqualTo("disk");
        assertThat(at(disk, "serverSideEncryptionConfiguration.kmsKeyArn")).isEqualTo("k");
    }

    @Test
    void agentsWithTheirGuardrail() {
        aws.when(
                "bedrockagent:ListAgents",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok(
                                "{\"agentSummaries\": [{\"agentId\": \"a1\", \"agentName\": \"clerk\"}], \"nextToken\": \"2\"}")
                        : Answer.ok("{\"agentSummaries\": [{\"agentId\": \"a2\", \"agentName\": \"guide\"}]}"));
        aws.when("bedrockagent:GetAgent", Answer.ok("""
                {"agent": {"customerEncryptionKeyArn": "k", "guardrailConfiguration": {"guardrailIdentifier": "g1"}}}"""));

        CollectedType agents = CollectedType.read(aws, "aws.bedrock.agent");

        assertThat(agents.ids()).containsExactly(BEDROCK + "agent/a1", BEDROCK + "agent/a2");
        Resource clerk = agents.resource(BEDROCK + "agent/a1");
        assertThat(clerk.name()).isEqualTo("clerk");
        assertThat(clerk.tags()).isEqualTo(Map.of("team", "ml"));
        assertThat(at(clerk, "guardrailConfiguration.guardrailIdentifier")).isEqualTo("g1");
    }

    @Test
    void flowsAndTheirKeys() {
        aws.when(
                "bedrockagent:ListFlows",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok(
                                "{\"flowSummaries\": [{\"id\": \"f1\", \"arn\": \"%sflow/f1\", \"name\": \"one\"}], \"nextToken\": \"2\"}"
                                        .formatted(BEDROCK))
                        : Answer.ok("{\"flowSummaries\": [{\"id\": \"f2\", \"arn\": \"%sflow/f2\", \"name\": \"two\"}]}"
                                .formatted(BEDROCK)));
        aws.when("bedrockagent:GetFlow", Answer.ok("""
                {"customerEncryptionKeyArn": "k", "definition": {"nodes": [{"name": "in", "type": "Input"}]}}"""));

        CollectedType flows = CollectedType.read(aws, "aws.bedrock.flow");

        assertThat(flows.ids()).containsExactly(BEDROCK + "flow/f1", BEDROCK + "flow/f2");
        assertThat(flows.resource(BEDROCK + "flow/f1").name()).isEqualTo("one");
        assertThat(flows.resource(BEDROCK + "flow/f1").tags()).isEqualTo(Map.of("team", "ml"));
        assertThat(at(flows.resource(BEDROCK + "flow/f2"), "definition.nodes.type"))
                .isEqualTo("Input");
    }

    @Test
    void promptsWithoutWhatTheySay() {
        aws.when(
                "bedrockagent:ListPrompts",
                request -> request.parameter("nextToken").isEmpty()
                        ? Answer.ok(
                                "{\"promptSummaries\": [{\"id\": \"p1\", \"arn\": \"%sprompt/p1\", \"name\": \"one\"}], \"nextToken\": \"2\"}"
                                        .formatted(BEDROCK))
                        : Answer.ok(
                                "{\"promptSummaries\": [{\"id\": \"p2\", \"arn\": \"%sprompt/p2\", \"name\": \"two\"}]}"
                                        .formatted(BEDROCK)));
        aws.when("bedrockagent:GetPrompt", Answer.ok("""
                {"customerEncryptionKeyArn": "k", "variants": [{"name": "v", "templateType": "TEXT",
                 "templateConfiguration": {"text": {"text": "the customer's words"}}}]}"""));

        CollectedType prompts = CollectedType.read(aws, "aws.bedrock.prompt");

        assertThat(prompts.ids()).containsExactly(BEDROCK + "prompt/p1", BEDROCK + "prompt/p2");
        Resource one = prompts.resource(BEDROCK + "prompt/p1");
        assertThat(one.name()).isEqualTo("one");
        assertThat(one.tags()).isEqualTo(Map.of("team", "ml"));
        assertThat(one.config()).containsEntry("customerEncryptionKeyArn", "k").doesNotContainKey("variants");
    }
}
