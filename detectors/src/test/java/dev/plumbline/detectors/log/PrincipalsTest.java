package dev.plumbline.detectors.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Principal.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrincipalsTest {
    @TempDir
    private Path folder;

    @Test
    void sessionsOfOneRoleAreOnePrincipal() {
        Principal one = role("arn:aws:iam::1:role/App", "session-one", "ASIA1");
        Principal other = role("arn:aws:iam::1:role/App", "session-two", "ASIA2");

        assertThat(one.token()).isEqualTo(other.token()).matches("role-session:[0-9a-f]{10}");
        assertThat(one.session()).isNotEqualTo(other.session());
        assertThat(one.kind()).isEqualTo(Kind.ROLE_SESSION);
    }

    @Test
    void peopleBehindAnIdentityCenterRoleArePrincipalsOfTheirOwnAcrossRoles() {
        String reader =
                "arn:aws:iam::1:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Reader_0123456789abcdef";
        String admin =
                "arn:aws:iam::2:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef";

        Principal kim = role(reader, "kim@example.org", "ASIA1");
        Principal lee = role(reader, "lee@example.org", "ASIA2");
        Principal kimAsAdmin = role(admin, "Kim@example.org", "ASIA3");

        assertThat(kim.kind()).isEqualTo(Kind.HUMAN);
        assertThat(kim.token()).isNotEqualTo(lee.token()).isEqualTo(kimAsAdmin.token());
        assertThat(kim.chain()).isEqualTo(lee.chain()).isNotEqualTo(kimAsAdmin.chain());
    }

    @Test
    void aSessionNameLikeAnAddressMakesNoPersonOfAnOrdinaryRole() {
        Principal chosen = role("arn:aws:iam::1:role/App", "boss@example.org", "ASIA1");

        assertThat(chosen.kind()).isEqualTo(Kind.ROLE_SESSION);
        assertThat(chosen.token())
                .isEqualTo(
                        role("arn:aws:iam::1:role/App", "i-0123456789", "ASIA2").token());
    }

    @Test
    void aUserWithASecondFactorIsAPersonAndABareKeyAProgram() {
        String identity = "\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::1:user/kim\",\"accountId\":\"1\"";
        Principal program = principal(identity);
        Principal person = principal(identity + ",\"sessionContext\":{\"attributes\":{\"mfaAuthenticated\":\"true\"}}");

        assertThat(program.kind()).isEqualTo(Kind.SERVICE);
        assertThat(person.kind()).isEqualTo(Kind.HUMAN);
        assertThat(person.token()).isEqualTo(program.token());
    }

    @Test
    void cloudServicesKeepTheirNames() {
        Principal service = principal("\"type\":\"AWSService\",\"invokedBy\":\"ec2.amazonaws.com\"");

        assertThat(service.token()).isEqualTo("cloud-service:ec2.amazonaws.com");
        assertThat(service.kind()).isEqualTo(Kind.CLOUD_SERVICE);
    }

    @Test
    void anInventedServiceNameIsNotKept() {
        Principal service = principal("\"type\":\"AWSService\",\"invokedBy\":\"kim.lee@example.org\"");

        assertThat(service.token()).isEqualTo("cloud-service:aws");
    }

    @Test
    void anonymousReadersAreAnonymous() {
        Principal nobody = principal("\"type\":\"AWSAccount\",\"principalId\":\"\",\"accountId\":\"anonymous\"");

        assertThat(nobody.kind()).isEqualTo(Kind.ANONYMOUS);
    }

    @Test
    void anotherAccountsRoleIsOnePrincipalWhateverItsSessions() {
        Principal one = principal("\"type\":\"AWSAccount\",\"principalId\":\"AROAX:a\",\"accountId\":\"9\"");
        Principal other = principal("\"type\":\"AWSAccount\",\"principalId\":\"AROAX:b\",\"accountId\":\"9\"");

        assertThat(one.token()).isEqualTo(other.token());
    }

    private Principal role(String role, String session, String key) {
        String name = role.substring(role.lastIndexOf('/') + 1);
        return principal("""
                "type":"AssumedRole","arn":"arn:aws:sts::1:assumed-role/%s/%s","accountId":"1","accessKeyId":"%s",\
                "sessionContext":{"sessionIssuer":{"type":"Role","arn":"%s"}}""".formatted(name, session, key, role));
    }

    private Principal principal(String identity) {
        return Reading.only(folder, """
                        {"eventID":"1","eventTime":"2026-03-04T05:06:07Z","eventSource":"s3.amazonaws.com",\
                        "eventName":"GetObject","userIdentity":{%s}}""".formatted(identity)).principal();
    }
}
