package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.DYNAMODB;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** DynamoDB: tables, how they are encrypted, restored and expired, and who outside the account may read them. */
final class DynamoDbTypes {
    private DynamoDbTypes() {}

    static List<AwsType<?>> all() {
        return List.of(table());
    }

    private static AwsType<?> table() {
        return DYNAMODB.type("aws.dynamodb.table")
                .list(
                        "ListTables",
                        (dynamo, token) -> dynamo.listTables(r -> r.exclusiveStartTableName(token)),
                        ListTablesResponse::lastEvaluatedTableName,
                        ListTablesResponse::tableNames)
                .id((table, place) -> place.arn("dynamodb", "table/" + table))
                .members(table -> Map.of("TableName", table))
                .goneIf("ResourceNotFoundException", "TableNotFoundException")
                .describe(
                        "DescribeTable",
                        TableDescription::builder,
                        (dynamo, table) ->
                                dynamo.describeTable(r -> r.tableName(table)).table())
                .ask(
                        "DescribeContinuousBackups",
                        (dynamo, table) -> dynamo.describeContinuousBackups(r -> r.tableName(table)))
                .ask(
                        "GetResourcePolicy",
                        (dynamo, table, arn) -> dynamo.getResourcePolicy(r -> r.resourceArn(arn)),
                        question -> question.orNone("PolicyNotFoundException"))
                .ask("DescribeTimeToLive", (dynamo, table) -> dynamo.describeTimeToLive(r -> r.tableName(table)))
                .askPages(
                        "ListTagsOfResource",
                        (dynamo, table, arn, token) -> dynamo.listTagsOfResource(
                                r -> r.resourceArn(arn).nextToken(token)),
                        ListTagsOfResourceResponse::nextToken)
                .tags()
                .build();
    }
}
