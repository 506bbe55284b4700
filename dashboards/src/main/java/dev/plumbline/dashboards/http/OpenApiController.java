package dev.plumbline.dashboards.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.IOException;
import java.io.InputStream;

/** Hands out the API's description, which the build derives from {@link ApiController}. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Plumbline",
                        version = "v1",
                        description = "Findings, incidents and scans, as the pages show them. Sign in first: the"
                                + " session's cookie goes along with every request.",
                        license =
                                @License(name = "GPL-3.0-or-later", url = "https://www.gnu.org/licenses/gpl-3.0.html")))
@Hidden
@Controller("/openapi")
@Secured(SecurityRule.IS_AUTHENTICATED)
final class OpenApiController {
    private static final String DOCUMENT = "/META-INF/swagger/plumbline.yml";

    @Get(produces = "text/yaml")
    HttpResponse<byte[]> document() throws IOException {
        try (InputStream in = OpenApiController.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + DOCUMENT);
            }
            return HttpResponse.ok(in.readAllBytes()).contentType(new MediaType("text/yaml;charset=utf-8"));
        }
    }
}
