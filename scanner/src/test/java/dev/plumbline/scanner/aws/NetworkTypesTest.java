package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.CollectedType.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** EC2's networks in its wire format. */
class NetworkTypesTest {
    private static final String EC2 = "arn:aws:ec2:eu-west-1:111122223333:";

    private LoopbackAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = SmallEstate.tell(new LoopbackAws());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void networksWithTheirFlowLogs() {
        pages(
                "DescribeVpcs",
                "vpcSet",
                "<vpcId>vpc-1</vpcId><ownerId>111122223333</ownerId>" + tag("Name", "main"),
                "<vpcId>vpc-2</vpcId><ownerId>444455556666</ownerId>");
        pages(
                "DescribeFlowLogs",
                "flowLogSet",
                "<flowLogId>fl-1</flowLogId><resourceId>subnet-1</resourceId>",
                "<flowLogId>fl-2</flowLogId><resourceId>vpc-1</resourceId><trafficType>REJECT</trafficType>");

        CollectedType networks = CollectedType.read(aws, "aws.ec2.vpc");

        String shared = "arn:aws:ec2:eu-west-1:444455556666:vpc/vpc-2";
        assertThat(networks.ids()).containsExactly(EC2 + "vpc/vpc-1", shared);
        Resource main = networks.resource(EC2 + "vpc/vpc-1");
        assertThat(main.name()).isEqualTo("main");
        assertThat(main.tags()).isEqualTo(Map.of("Name", "main"));
        assertThat(at(main, "FlowLogs.FlowLogs.TrafficType")).isEqualTo("REJECT");
        assertThat(networks.resource(shared).name()).isEqualTo("vpc-2");
        assertThat(at(networks.resource(shared), "FlowLogs.FlowLogs")).isEqualTo(List.of());
        assertThat(aws.count("ec2:DescribeFlowLogs")).isEqualTo(2);
    }

    @Test
    void securityGroupsWithTheirRules() {
        pages(
                "DescribeSecurityGroups",
                "securityGroupInfo",
                """
                <groupId>sg-1</groupId><groupName>open</groupName><ownerId>111122223333</ownerId><ipPermissions><item>
                <ipProtocol>tcp</ipProtocol><fromPort>5432</fromPort><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item>
                </ipRanges></item></ipPermissions>""" + tag("team", "data"),
                "<groupId>sg-2</groupId><groupName>shut</groupName><ownerId>111122223333</ownerId>");

        CollectedType groups = CollectedType.read(aws, "aws.ec2.securitygroup");

        assertThat(groups.ids()).containsExactly(EC2 + "security-group/sg-1", EC2 + "security-group/sg-2");
        Resource open = groups.resource(EC2 + "security-group/sg-1");
        assertThat(open.name()).isEqualTo("open");
        assertThat(open.tags()).isEqualTo(Map.of("team", "data"));
        assertThat(at(open, "IpPermissions.FromPort")).isEqualTo(5432L);
        assertThat(at(open, "IpPermissions.IpRanges.CidrIp")).isEqualTo("0.0.0.0/0");
    }

    @Test
    void endpointsWithTheirPolicies() {
        pages(
                "DescribeVpcEndpoints",
                "vpcEndpointSet",
                """
                <vpcEndpointId>vpce-1</vpcEndpointId><ownerId>111122223333</ownerId>
                <serviceName>com.amazonaws.eu-west-1.s3</serviceName>
                <policyDocument>{"Statement":[{"Effect":"Allow","Principal":"*"}]}</policyDocument>""" + tag("Name", "s3"),
                "<vpcEndpointId>vpce-2</vpcEndpointId><ownerId>111122223333</ownerId>");

        CollectedType endpoints = CollectedType.read(aws, "aws.ec2.vpcendpoint");

        assertThat(endpoints.ids()).containsExactly(EC2 + "vpc-endpoint/vpce-1", EC2 + "vpc-endpoint/vpce-2");
        Resource s3 = endpoints.resource(EC2 + "vpc-endpoint/vpce-1");
        assertThat(s3.name()).isEqualTo("s3");
        assertThat(at(s3, "PolicyDocument.Statement.Principal")).isEqualTo("*");
    }

    @Test
    void endpointServicesAndWhomTheyAreOfferedTo() {
        pages(
                "DescribeVpcEndpointServiceConfigurations",
                "serviceConfigurationSet",
                "<serviceId>vpce-svc-1</serviceId><acceptanceRequired>false</acceptanceRequired>" + tag("team", "data"),
                "<serviceId>vpce-svc-2</serviceId>");
        pages(
                "DescribeVpcEndpointServicePermissions",
                "allowedPrincipals",
                "<principal>*</principal>",
                "<principal>arn:aws:iam::444455556666:root</principal>");

        CollectedType services = CollectedType.read(aws, "aws.ec2.vpcendpointservice");

        String first = EC2 + "vpc-endpoint-service/vpce-svc-1";
        assertThat(services.ids()).containsExactly(first, EC2 + "vpc-endpoint-service/vpce-svc-2");
        assertThat(services.resource(first).name()).isEqualTo("vpce-svc-1");
        assertThat(services.resource(first).tags()).isEqualTo(Map.of("team", "data"));
        assertThat(at(services.resource(first), "VpcEndpointServicePermissions.AllowedPrincipals"))
                .asList()
                .hasSize(2);
    }

    @Test
    void whatDecidesWhetherASubnetIsPublic() {
        pages(
                "DescribeSubnets",
                "subnetSet",
                "<subnetId>subnet-1</subnetId><ownerId>111122223333</ownerId><mapPublicIpOnLaunch>true</mapPublicIpOnLaunch>",
                "<subnetId>subnet-2</subnetId><ownerId>111122223333</ownerId>" + tag("Name", "inside"));
        pages(
                "DescribeRouteTables",
                "routeTableSet",
                """
                <routeTableId>rtb-1</routeTableId><ownerId>111122223333</ownerId><routeSet><item>
                <destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><gatewayId>igw-1</gatewayId></item></routeSet>""",
                "<routeTableId>rtb-2</routeTableId><ownerId>111122223333</ownerId>" + tag("Name", "inside"));
        pages(
                "DescribeNetworkAcls",
                "networkAclSet",
                """
                <networkAclId>acl-1</networkAclId><ownerId>111122223333</ownerId><entrySet><item>
                <ruleAction>allow</ruleAction><egress>false</egress></item></entrySet>""",
                "<networkAclId>acl-2</networkAclId><ownerId>111122223333</ownerId>" + tag("Name", "inside"));

        CollectedType subnets = CollectedType.read(aws, "aws.ec2.subnet");
        CollectedType tables = CollectedType.read(aws, "aws.ec2.routetable");
        CollectedType acls = CollectedType.read(aws, "aws.ec2.networkacl");

        assertThat(subnets.resource(EC2 + "subnet/subnet-1").config()).containsEntry("MapPublicIpOnLaunch", true);
        assertThat(subnets.resource(EC2 + "subnet/subnet-2").name()).isEqualTo("inside");
        assertThat(at(tables.resource(EC2 + "route-table/rtb-1"), "Routes.GatewayId"))
                .isEqualTo("igw-1");
        assertThat(tables.resource(EC2 + "route-table/rtb-2").tags()).isEqualTo(Map.of("Name", "inside"));
        assertThat(at(acls.resource(EC2 + "network-acl/acl-1"), "Entries.RuleAction"))
                .isEqualTo("allow");
        assertThat(acls.resource(EC2 + "network-acl/acl-2").name()).isEqualTo("inside");
    }

    private void pages(String operation, String set, String first, String second) {
        aws.when(
                "ec2:" + operation,
                request -> request.parameter("NextToken").isEmpty()
                        ? page(operation, set, first, "<nextToken>2</nextToken>")
                        : page(operation, set, second, ""));
    }

    private static Answer page(String operation, String set, String item, String paging) {
        return Answer.ok("<%1$sResponse><%2$s><item>%3$s</item></%2$s>%4$s</%1$sResponse>"
                .formatted(operation, set, item, paging));
    }

    private static String tag(String key, String value) {
        return "<tagSet><item><key>%s</key><value>%s</value></item></tagSet>".formatted(key, value);
    }
}
