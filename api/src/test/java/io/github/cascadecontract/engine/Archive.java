package io.github.cascadecontract.engine;

import io.github.cascadecontract.contract.CascadeContract;
import io.github.cascadecontract.memory.Story;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * Two owners with documents, badges, a card and a profile each, and topics with hints that belong to nobody: a place where
 * one owner's request must not reach the other's rows.
 */
final class Archive {
    private Archive() {}

    /** Owner 1 with document 10, remark 100, badge 1000, card 5, profile 51; owner 2 the same with 2. */
    static Story story() {
        Story story = Story.of(CascadeContract.of(
                Owner.class,
                Document.class,
                Remark.class,
                Badge.class,
                Card.class,
                Profile.class,
                Topic.class,
                Hint.class,
                Ticket.class));
        story.row(Card.class, 5).row(Card.class, 6);
        story.row(Owner.class, 1, "card_id", 5).row(Owner.class, 2, "card_id", 6);
        story.row(Document.class, 10, "owner_id", 1).row(Document.class, 20, "owner_id", 2);
        story.row(Remark.class, 100, "document_id", 10).row(Remark.class, 200, "document_id", 20);
        story.row(Badge.class, 1000, "owner_id", 1).row(Badge.class, 2000, "owner_id", 2);
        story.row(Profile.class, 51, "owner_id", 1).row(Profile.class, 52, "owner_id", 2);
        story.row(Topic.class, 7).row(Topic.class, 8);
        story.row(Hint.class, 70, "topic_id", 7).row(Hint.class, 80, "topic_id", 8);
        story.link(Document.class, "topics", 10, 7);
        return story;
    }

    static Owner owner(Integer id, Document... documents) {
        Owner owner = new Owner();
        owner.id = id;
        if (documents.length > 0) owner.documents = new ArrayList<>(List.of(documents));
        return owner;
    }

    static Document document(Integer id, Remark... remarks) {
        Document document = new Document();
        document.id = id;
        if (remarks.length > 0) document.remarks = new ArrayList<>(List.of(remarks));
        return document;
    }

    static <T extends Row> T with(T entity, Integer id) {
        entity.id = id;
        return entity;
    }

    @Entity(name = "Owner")
    static class Owner extends Row {
        String name;

        @Version
        Integer version;

        @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Document> documents;

        @OneToMany(cascade = CascadeType.ALL)
        @JoinColumn(name = "owner_id")
        List<Badge> badges;

        @OneToOne(cascade = CascadeType.ALL)
        Card card;

        @OneToOne(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
        Profile profile;
    }

    @Entity(name = "Document")
    static class Document extends Row {
        String title;

        @ManyToOne(cascade = CascadeType.MERGE)
        Owner owner;

        @ManyToOne
        Owner reviewer;

        @OneToMany(mappedBy = "document", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Remark> remarks;

        @ManyToMany(cascade = CascadeType.MERGE)
        List<Topic> topics;
    }

    @Entity(name = "Remark")
    static class Remark extends Row {
        String text;

        @ManyToOne
        Document document;
    }

    @Entity(name = "Badge")
    static class Badge extends Row {
        String name;
    }

    @Entity(name = "Card")
    static class Card extends Row {
        String number;
    }

    @Entity(name = "Profile")
    static class Profile extends Row {
        String bio;

        @OneToOne
        Owner owner;
    }

    @Entity(name = "Topic")
    static class Topic extends Row {
        String name;

        @OneToMany(mappedBy = "topic", cascade = CascadeType.ALL)
        List<Hint> hints;
    }

    @Entity(name = "Hint")
    static class Hint extends Row {
        @ManyToOne
        Topic topic;
    }

    @Entity(name = "Ticket")
    static class Ticket {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String subject;
    }
}
