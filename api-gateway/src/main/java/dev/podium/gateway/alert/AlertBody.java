package dev.podium.gateway.alert;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller may say of an alert, for the API's description; {@link AlertDraft} reads it. */
@Schema(name = "AlertBody", description = "An alert; to make one, name, query and url are needed")
record AlertBody(
    @Schema(examples = "Korea desk") String name,
    @Schema(
            description =
                "The parameters of a search for exchanges, each a text or a list of texts",
            examples = "{\"q\": \"corée\", \"language\": [\"fr\", \"en\"]}")
        Map<String, Object> query,
    @Schema(description = "added, edited, reworded, withdrawn and restored unless told otherwise")
        List<String> events,
    @Schema(description = "source unless told otherwise") List<String> causes,
    @Schema(format = "uri", examples = "https://hooks.example.org/podium") String url,
    @Schema(description = "whsec_ and 24 to 64 bytes in base64; one is made unless told")
        String secret,
    Boolean enabled) {}
