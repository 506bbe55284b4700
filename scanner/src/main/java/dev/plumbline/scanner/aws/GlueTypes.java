package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.GLUE;

import java.util.List;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.DevEndpoint;
import software.amazon.awssdk.services.glue.model.GetConnectionsResponse;
import software.amazon.awssdk.services.glue.model.GetCrawlersResponse;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.GetDevEndpointsResponse;
import software.amazon.awssdk.services.glue.model.GetJobsResponse;
import software.amazon.awssdk.services.glue.model.GetMlTransformsResponse;
import software.amazon.awssdk.services.glue.model.GetSecurityConfigurationsResponse;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.MLTransform;
import software.amazon.awssdk.services.glue.model.SecurityConfiguration;

/** Glue: the data catalog, and what reads data for it and under which security configuration. */
final class GlueTypes {
    private GlueTypes() {}

    static List<AwsType<?>> all() {
        return List.of(
                catalog(),
                database(),
                connection(),
                securityConfiguration(),
                job(),
                crawler(),
                devEndpoint(),
                mlTransform());
    }

    /** The one of the account in a region. */
    private static AwsType<?> catalog() {
        return GLUE.type("aws.glue.catalog")
                .settings()
                .id((place, same) -> place.arn("glue", "catalog"))
                .ask(
                        "GetDataCatalogEncryptionSettings",
                        (glue, place) -> glue.getDataCatalogEncryptionSettings(r -> {}))
                .ask(
                        "GetResourcePolicy",
                        (glue, place) -> glue.getResourcePolicy(r -> {}),
                        question -> question.orNone("EntityNotFoundException"))
                .build();
    }

    private static AwsType<?> database() {
        return GLUE.type("aws.glue.database")
                .list(
                        "GetDatabases",
                        (glue, token) -> glue.getDatabases(r -> r.nextToken(token)),
                        GetDatabasesResponse::nextToken,
                        GetDatabasesResponse::databaseList)
                .id((database, place) -> place.arn("glue", "database/" + database.name()))
                .name(Database::name)
                .build();
    }

    private static AwsType<?> connection() {
        return GLUE.type("aws.glue.connection")
                .list(
                        "GetConnections",
                        (glue, token) ->
                                glue.getConnections(r -> r.hidePassword(true).nextToken(token)),
                        GetConnectionsResponse::nextToken,
                        GetConnectionsResponse::connectionList)
                .id((connection, place) -> place.arn("glue", "connection/" + connection.name()))
                .name(Connection::name)
                .members(GlueSecrets::connection)
                .build();
    }

    private static AwsType<?> securityConfiguration() {
        return GLUE.type("aws.glue.securityconfiguration")
                .list(
                        "GetSecurityConfigurations",
                        (glue, token) -> glue.getSecurityConfigurations(r -> r.nextToken(token)),
                        GetSecurityConfigurationsResponse::nextToken,
                        GetSecurityConfigurationsResponse::securityConfigurations)
                .id((configuration, place) -> place.arn("glue", "securityConfiguration/" + configuration.name()))
                .name(SecurityConfiguration::name)
                .build();
    }

    private static AwsType<?> job() {
        return GLUE.type("aws.glue.job")
                .list(
                        "GetJobs",
                        (glue, token) -> glue.getJobs(r -> r.nextToken(token)),
                        GetJobsResponse::nextToken,
                        GetJobsResponse::jobs)
                .id((job, place) -> place.arn("glue", "job/" + job.name()))
                .name(Job::name)
                .members(GlueSecrets::job)
                .goneIf("EntityNotFoundException")
                .ask("GetTags", (glue, job, arn) -> glue.getTags(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> crawler() {
        return GLUE.type("aws.glue.crawler")
                .list(
                        "GetCrawlers",
                        (glue, token) -> glue.getCrawlers(r -> r.nextToken(token)),
                        GetCrawlersResponse::nextToken,
                        GetCrawlersResponse::crawlers)
                .id((crawler, place) -> place.arn("glue", "crawler/" + crawler.name()))
                .name(Crawler::name)
                .goneIf("EntityNotFoundException")
                .ask("GetTags", (glue, crawler, arn) -> glue.getTags(r -> r.resourceArn(arn)))
                .tags()
                .build();
    }

    private static AwsType<?> devEndpoint() {
        return GLUE.type("aws.glue.devendpoint")
                .list(
                        "GetDevEndpoints",
                        (glue, token) -> glue.getDevEndpoints(r -> r.nextToken(token)),
                        GetDevEndpointsResponse::nextToken,
                        GetDevEndpointsResponse::devEndpoints)
                .id((endpoint, place) -> place.arn("glue", "devEndpoint/" + endpoint.endpointName()))
                .name(DevEndpoint::endpointName)
                .members(GlueSecrets::devEndpoint)
                .build();
    }

    private static AwsType<?> mlTransform() {
        return GLUE.type("aws.glue.mltransform")
                .list(
                        "GetMLTransforms",
                        (glue, token) -> glue.getMLTransforms(r -> r.nextToken(token)),
                        GetMlTransformsResponse::nextToken,
                        GetMlTransformsResponse::transforms)
                .id((transform, place) -> place.arn("glue", "mlTransform/" + transform.transformId()))
                .name(MLTransform::name)
                .build();
    }
}
