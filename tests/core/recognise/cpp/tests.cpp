// What tests do with a status. `//:` says what a line holds; a line without it holds nothing.
#include <catch2/catch.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

TEST(Shop, answers) {
    auto res = client.Get("/404");
    EXPECT_EQ(404, res->status); //: 404 status
    ASSERT_EQ(res->status, 201); //: 201 status
    EXPECT_NE(res->status_code, 500); //: 500 status
    EXPECT_LT(res->status, 400); //: 400 bound
    EXPECT_GE(res->status, 200); //: 200 bound
    EXPECT_THAT(res->status, Eq(403)); //: 403 status
    EXPECT_THAT(res->status, AnyOf(200, 204)); //: 200 status, 204 status
    EXPECT_TRUE(res->status == 302); //: 302 status
    EXPECT_EQ(404, res->body.size());
    EXPECT_LT(elapsed_ms, 400);
    EXPECT_THAT(res->body, SizeIs(404));
    EXPECT_CALL(mock, status()).WillOnce(Return(503)); //: 503 status
    EXPECT_CALL(mock, width()).WillOnce(Return(503));
}

TEST_CASE("the shop answers 404 of them") {
    REQUIRE(res->status == 404); //: 404 status
    CHECK(rows.size() == 404);
    BOOST_CHECK_EQUAL(response.status, 410); //: 410 status
    BOOST_CHECK_EQUAL(response.columns, 410);
    QCOMPARE(response.statusCode(), 409); //: 409 status
    QCOMPARE(response.width(), 409);
}

struct Case {
    const char* path;
    int status;
    int width;
};

static const Case kCases[] = {
    {"/", 200, 200}, //: 200 status
    {"/404", 404, 404}, //: 404 status
    {.path = "/gone", .status = 410, .width = 410}, //: 410 status
};

INSTANTIATE_TEST_SUITE_P(Codes, StatusTest, ::testing::Values(401, 403, 404)); //: 401 status, 403 status, 404 status
INSTANTIATE_TEST_SUITE_P(Sizes, WidthTest, ::testing::Values(300, 404, 512));

void OrdersTest::answers_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<int>("length");
    QTest::newRow("found") << "/orders" << 200 << 204; //: 200 status
    QTest::newRow("moved") << QByteArray("/old").toLower() << 301 << 302; //: 301 status
}

void OrdersTest::widths_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << "/orders" << 404;
}
