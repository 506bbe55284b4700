package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.EC2;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicePermissionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.FlowLog;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The part of EC2 that says from where data stores can be reached: networks, their doors and their logs. */
final class NetworkTypes {
    private static final int PAGE = 1_000;

    private NetworkTypes() {}

    static List<AwsType<?>> all() {
        return List.of(
                networkAcl(), routeTable(), securityGroup(), subnet(), vpc(), vpcEndpoint(), vpcEndpointService());
    }

    private static AwsType<?> networkAcl() {
        return EC2.type("aws.ec2.networkacl")
                .list(
                        "DescribeNetworkAcls",
                        (ec2, token) ->
                                ec2.describeNetworkAcls(r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeNetworkAclsResponse::nextToken,
                        DescribeNetworkAclsResponse::networkAcls)
                .id((acl, place) -> arn(place, acl.ownerId(), "network-acl/" + acl.networkAclId()))
                .name((acl, config) -> nameTag(config, acl.networkAclId()))
                .build();
    }

    private static AwsType<?> routeTable() {
        return EC2.type("aws.ec2.routetable")
                .list(
                        "DescribeRouteTables",
                        (ec2, token) ->
                                ec2.describeRouteTables(r -> r.maxResults(100).nextToken(token)),
                        DescribeRouteTablesResponse::nextToken,
                        DescribeRouteTablesResponse::routeTables)
                .id((table, place) -> arn(place, table.ownerId(), "route-table/" + table.routeTableId()))
                .name((table, config) -> nameTag(config, table.routeTableId()))
                .build();
    }

    private static AwsType<?> securityGroup() {
        return EC2.type("aws.ec2.securitygroup")
                .list(
                        "DescribeSecurityGroups",
                        (ec2, token) -> ec2.describeSecurityGroups(
                                r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeSecurityGroupsResponse::nextToken,
                        DescribeSecurityGroupsResponse::securityGroups)
                .id((group, place) -> arn(place, group.ownerId(), "security-group/" + group.groupId()))
                .name(SecurityGroup::groupName)
                .build();
    }

    private static AwsType<?> subnet() {
        return EC2.type("aws.ec2.subnet")
                .list(
                        "DescribeSubnets",
                        (ec2, token) ->
                                ec2.describeSubnets(r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeSubnetsResponse::nextToken,
                        DescribeSubnetsResponse::subnets)
                .id((subnet, place) -> arn(place, subnet.ownerId(), "subnet/" + subnet.subnetId()))
                .name((subnet, config) -> nameTag(config, subnet.subnetId()))
                .build();
    }

    private static AwsType<?> vpc() {
        return EC2.type("aws.ec2.vpc")
                .list(
                        "DescribeVpcs",
                        (ec2, token) -> ec2.describeVpcs(r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeVpcsResponse::nextToken,
                        DescribeVpcsResponse::vpcs)
                .id((vpc, place) -> arn(place, vpc.ownerId(), "vpc/" + vpc.vpcId()))
                .name((vpc, config) -> nameTag(config, vpc.vpcId()))
                .join(
                        "DescribeFlowLogs",
                        (ec2, token) ->
                                ec2.describeFlowLogs(r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeFlowLogsResponse::nextToken,
                        DescribeFlowLogsResponse::flowLogs,
                        FlowLog::resourceId,
                        Vpc::vpcId)
                .build();
    }

    private static AwsType<?> vpcEndpoint() {
        return EC2.type("aws.ec2.vpcendpoint")
                .list(
                        "DescribeVpcEndpoints",
                        (ec2, token) ->
                                ec2.describeVpcEndpoints(r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeVpcEndpointsResponse::nextToken,
                        DescribeVpcEndpointsResponse::vpcEndpoints)
                .id((endpoint, place) -> arn(place, endpoint.ownerId(), "vpc-endpoint/" + endpoint.vpcEndpointId()))
                .name((endpoint, config) -> nameTag(config, endpoint.vpcEndpointId()))
                .build();
    }

    /** What the account itself offers to others by private link. */
    private static AwsType<?> vpcEndpointService() {
        return EC2.type("aws.ec2.vpcendpointservice")
                .list(
                        "DescribeVpcEndpointServiceConfigurations",
                        (ec2, token) -> ec2.describeVpcEndpointServiceConfigurations(
                                r -> r.maxResults(PAGE).nextToken(token)),
                        DescribeVpcEndpointServiceConfigurationsResponse::nextToken,
                        DescribeVpcEndpointServiceConfigurationsResponse::serviceConfigurations)
                .id((service, place) -> place.arn("ec2", "vpc-endpoint-service/" + service.serviceId()))
                .name((service, config) -> nameTag(config, service.serviceId()))
                .goneIf("InvalidVpcEndpointServiceId.NotFound")
                .askPages(
                        "DescribeVpcEndpointServicePermissions",
                        (ec2, service, token) -> ec2.describeVpcEndpointServicePermissions(
                                r -> r.serviceId(service.serviceId()).nextToken(token)),
                        DescribeVpcEndpointServicePermissionsResponse::nextToken)
                .build();
    }

    /** With its owner's account: a shared network is listed also where it is shared to. */
    private static String arn(AwsPlace place, @Nullable String owner, String resource) {
        return new AwsPlace(place.partition(), place.region(), owner == null ? place.account() : owner)
                .arn("ec2", resource);
    }

    /** What a person calls it. */
    private static String nameTag(Map<String, @Nullable Object> config, String otherwise) {
        return AwsTags.in(config).getOrDefault("Name", otherwise);
    }
}
