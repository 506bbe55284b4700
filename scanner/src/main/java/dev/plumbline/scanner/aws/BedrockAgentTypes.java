package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.BEDROCKAGENT;

import java.util.List;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructList;
import software.amazon.awssdk.services.bedrockagent.model.Agent;
import software.amazon.awssdk.services.bedrockagent.model.AgentSummary;
import software.amazon.awssdk.services.bedrockagent.model.DataSource;
import software.amazon.awssdk.services.bedrockagent.model.FlowSummary;
import software.amazon.awssdk.services.bedrockagent.model.GetFlowResponse;
import software.amazon.awssdk.services.bedrockagent.model.GetPromptResponse;
import software.amazon.awssdk.services.bedrockagent.model.KnowledgeBase;
import software.amazon.awssdk.services.bedrockagent.model.KnowledgeBaseSummary;
import software.amazon.awssdk.services.bedrockagent.model.ListAgentsResponse;
import software.amazon.awssdk.services.bedrockagent.model.ListDataSourcesResponse;
import software.amazon.awssdk.services.bedrockagent.model.ListFlowsResponse;
import software.amazon.awssdk.services.bedrockagent.model.ListKnowledgeBasesResponse;
import software.amazon.awssdk.services.bedrockagent.model.ListPromptsResponse;
import software.amazon.awssdk.services.bedrockagent.model.PromptSummary;

/** Bedrock's agents, and the knowledge bases and data sources that they answer from. */
final class BedrockAgentTypes {
    private static final String GONE = "ResourceNotFoundException";

    private BedrockAgentTypes() {}

    static List<AwsType<?>> all() {
        return List.of(agent(), dataSource(), flow(), knowledgeBase(), prompt());
    }

    private static AwsType<?> agent() {
        return BEDROCKAGENT
                .type("aws.bedrock.agent")
                .list(
                        "ListAgents",
                        (bedrock, token) -> bedrock.listAgents(r -> r.nextToken(token)),
                        ListAgentsResponse::nextToken,
                        ListAgentsResponse::agentSummaries)
                .id((agent, place) -> place.arn("bedrock", "agent/" + agent.agentId()))
                .name(AgentSummary::agentName)
                .goneIf(GONE)
                .describe(
                        "GetAgent",
                        Agent::builder,
                        (bedrock, agent) -> bedrock.getAgent(r -> r.agentId(agent.agentId()))
                                .agent())
                .ask(
                        "ListTagsForResource",
                        (bedrock, agent, arn) -> bedrock.listTagsForResource(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> dataSource() {
        return BEDROCKAGENT
                .type("aws.bedrock.datasource")
                .within(
                        "ListKnowledgeBases",
                        (bedrock, token) -> bedrock.listKnowledgeBases(r -> r.nextToken(token)),
                        ListKnowledgeBasesResponse::nextToken,
                        ListKnowledgeBasesResponse::knowledgeBaseSummaries)
                .list(
                        "ListDataSources",
                        (bedrock, base, token) -> bedrock.listDataSources(
                                r -> r.knowledgeBaseId(base.knowledgeBaseId()).nextToken(token)),
                        ListDataSourcesResponse::nextToken,
                        ListDataSourcesResponse::dataSourceSummaries)
                .id((source, place) -> place.arn(
                        "bedrock",
                        "knowledge-base/%s/data-source/%s"
                                .formatted(
                                        source.parent().knowledgeBaseId(),
                                        source.item().dataSourceId())))
                .name(source -> source.item().name())
                .goneIf(GONE)
                .describe(
                        "GetDataSource",
                        DataSource::builder,
                        (bedrock, source) -> bedrock.getDataSource(
                                        r -> r.knowledgeBaseId(source.parent().knowledgeBaseId())
                                                .dataSourceId(source.item().dataSourceId()))
                                .dataSource())
                .build();
    }

    private static AwsType<?> flow() {
        return BEDROCKAGENT
                .type("aws.bedrock.flow")
                .list(
                        "ListFlows",
                        (bedrock, token) -> bedrock.listFlows(r -> r.nextToken(token)),
                        ListFlowsResponse::nextToken,
                        ListFlowsResponse::flowSummaries)
                .id(FlowSummary::arn)
                .name(FlowSummary::name)
                .goneIf(GONE)
                .describe(
                        "GetFlow",
                        GetFlowResponse::builder,
                        (bedrock, flow) -> bedrock.getFlow(r -> r.flowIdentifier(flow.id())))
                .ask(
                        "ListTagsForResource",
                        (bedrock, flow, arn) -> bedrock.listTagsForResource(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> knowledgeBase() {
        return BEDROCKAGENT
                .type("aws.bedrock.knowledgebase")
                .list(
                        "ListKnowledgeBases",
                        (bedrock, token) -> bedrock.listKnowledgeBases(r -> r.nextToken(token)),
                        ListKnowledgeBasesResponse::nextToken,
                        ListKnowledgeBasesResponse::knowledgeBaseSummaries)
                .id((base, place) -> place.arn("bedrock", "knowledge-base/" + base.knowledgeBaseId()))
                .name(KnowledgeBaseSummary::name)
                .goneIf(GONE)
                .describe(
                        "GetKnowledgeBase",
                        KnowledgeBase::builder,
                        (bedrock, base) -> bedrock.getKnowledgeBase(r -> r.knowledgeBaseId(base.knowledgeBaseId()))
                                .knowledgeBase())
                .ask(
                        "ListTagsForResource",
                        (bedrock, base, arn) -> bedrock.listTagsForResource(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> prompt() {
        return BEDROCKAGENT
                .type("aws.bedrock.prompt")
                .list(
                        "ListPrompts",
                        (bedrock, token) -> bedrock.listPrompts(r -> r.nextToken(token)),
                        ListPromptsResponse::nextToken,
                        ListPromptsResponse::promptSummaries)
                .id(PromptSummary::arn)
                .name(PromptSummary::name)
                .goneIf(GONE)
                // What a prompt says is content.
                .describe(
                        "GetPrompt",
                        GetPromptResponse::builder,
                        (bedrock, prompt) -> bedrock.getPrompt(r -> r.promptIdentifier(prompt.id())).toBuilder()
                                .variants(DefaultSdkAutoConstructList.getInstance())
                                .build())
                .ask(
                        "ListTagsForResource",
                        (bedrock, prompt, arn) -> bedrock.listTagsForResource(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }
}
