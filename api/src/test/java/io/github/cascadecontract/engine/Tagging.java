package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.contract.ContractBuilder;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import java.util.ArrayList;
import java.util.List;

/** Articles have tags and tags have articles; labels hang on articles without knowing it. */
final class Tagging {
    private Tagging() {}

    static ContractBuilder contract() {
        return CascadeContract.builder(Article.class, Tag.class, Label.class);
    }

    static Article article(Integer id) {
        Article article = new Article();
        article.id = id;
        article.tags = new ArrayList<>();
        article.labels = new ArrayList<>();
        return article;
    }

    static Tag tag(Integer id) {
        Tag tag = new Tag();
        tag.id = id;
        return tag;
    }

    static Label label(Integer id) {
        Label label = new Label();
        label.id = id;
        return label;
    }

    @Entity(name = "Article")
    static class Article extends Row {
        @ManyToMany
        List<Tag> tags;

        @ManyToMany
        List<Label> labels;
    }

    @Entity(name = "Tag")
    static class Tag extends Row {
        @ManyToMany(mappedBy = "tags")
        List<Article> articles;
    }

    @Entity(name = "Label")
    static class Label extends Row {}
}
